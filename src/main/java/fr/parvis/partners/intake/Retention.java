package fr.parvis.partners.intake;

import fr.parvis.identity.AccountClosed;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long what partners sent is kept, and what goes with an account. */
@Repository
class Retention {

    /** Long enough to find out what went wrong; ids are kept with them, so that an old event cannot come again sooner. */
    static final Duration EVENTS = Duration.ofDays(90);

    /** A handful at a time: nobody waits for a night's erasing. */
    private static final int HANDFUL = 10_000;

    static final Duration REFUSALS = Duration.ofDays(30);

    /** Calendars still show the last weeks. */
    static final Duration BOOKINGS = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    Retention(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void eraseOld() {
        int erased = HANDFUL;
        while (erased == HANDFUL) {
            erased = jdbc.sql("""
                            delete from partners.event where (partner, id) in (
                                select partner, id from partners.event where received_at < :before limit :handful)
                            """)
                    .param("before", before(EVENTS))
                    .param("handful", HANDFUL)
                    .update();
        }
        jdbc.sql("delete from partners.booking where coalesce(ends_at, starts_at) < :before")
                .param("before", before(BOOKINGS))
                .update();
        jdbc.sql("delete from partners.refusal where at < :before")
                .param("before", before(REFUSALS))
                .update();
    }

    /** Nothing that partners told of them is kept. */
    @EventListener
    void forget(AccountClosed closed) {
        delete("event", "account", closed.account());
        delete("facts", "account", closed.account());
        delete("foreign_case", "not handed and owner", closed.account());
    }

    private void delete(String table, String column, UUID account) {
        jdbc.sql("delete from partners." + table + " where " + column + " = :account")
                .param("account", account)
                .update();
    }

    private OffsetDateTime before(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
