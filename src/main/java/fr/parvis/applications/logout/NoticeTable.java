package fr.parvis.applications.logout;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices not delivered yet, as rows. */
@Repository
class NoticeTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Notice notice) {
        jdbc.sql("""
                        insert into applications.logout_notice (id, application, sub, sid, service, attempts, created_at)
                        values (:id, :application, :sub, :sid, :service, :attempts, :now)
                        """)
                .param("id", notice.id())
                .param("application", notice.application())
                .param("sub", notice.sub())
                .param("sid", notice.sid())
                .param("service", notice.service())
                .param("attempts", notice.attempts())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Notice> find(UUID id) {
        return jdbc.sql(
                        "select id, application, sub, sid, service, attempts from applications.logout_notice where id = :id")
                .param("id", id)
                .query(Notice.class)
                .optional();
    }

    void countAttempt(UUID id) {
        jdbc.sql("update applications.logout_notice set attempts = attempts + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from applications.logout_notice where id = :id")
                .param("id", id)
                .update();
    }
}
