package fr.parvis.applications.cas;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is inside which service, as rows, until their session ends. */
@Repository
public class EntryTable {

    /** No service keeps a session longer. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    EntryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Entry entry) {
        jdbc.sql("""
                        insert into applications.entry (ticket, application, account, session, service, entered_at)
                        values (:ticket, :application, :account, :session, :service, :now)
                        """)
                .param("ticket", entry.ticket())
                .param("application", entry.application())
                .param("account", entry.account())
                .param("session", entry.session())
                .param("service", entry.service())
                .param("now", now())
                .update();
    }

    /** A session ended: the services that it entered are to be told, once. */
    public List<Entry> endOf(UUID session) {
        return jdbc.sql("""
                        delete from applications.entry where session = :session
                        returning ticket, application, account, session, service
                        """)
                .param("session", session)
                .query((row, number) -> new Entry(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getString(5)))
                .list();
    }

    /** The account is closed. */
    public void forget(UUID account) {
        jdbc.sql("delete from applications.entry where account = :account")
                .param("account", account)
                .update();
    }

    int deleteOld() {
        return jdbc.sql("delete from applications.entry where entered_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
