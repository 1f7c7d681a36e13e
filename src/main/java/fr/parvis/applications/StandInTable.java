package fr.parvis.applications;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which applications are stand-ins, for one conversation of one administrator. */
@Repository
class StandInTable {

    private static final Duration KEPT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    StandInTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void mark(UUID standIn, UUID application, UUID session) {
        jdbc.sql("""
                        update applications.application set stands_in_for = :application, played_in = :session
                        where id = :standIn
                        """)
                .param("standIn", standIn)
                .param("application", application)
                .param("session", session)
                .update();
    }

    Optional<UUID> find(UUID application, UUID session) {
        return jdbc.sql("""
                        select id from applications.application
                        where stands_in_for = :application and played_in = :session
                        """)
                .param("application", application)
                .param("session", session)
                .query(UUID.class)
                .optional();
    }

    void delete(UUID application) {
        jdbc.sql("delete from applications.application where stands_in_for = :application")
                .param("application", application)
                .update();
    }

    void deleteOld() {
        jdbc.sql("delete from applications.application where stands_in_for is not null and created_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
