package fr.parvis.applications.cas;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.parvis.applications.Digests;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets as rows, until they are used. */
@Repository
class TicketTable {

    /** A program fetches it, at once (CAS 3.0, section 3.1.1). */
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RandomGenerator random;

    TicketTable(JdbcClient jdbc, Clock clock, RandomGenerator random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    @Bean
    static Task<Void> forgetTickets(TicketTable tickets, EntryTable entries) {
        return Tasks.recurring("applications-tickets", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    tickets.deleteExpired();
                    entries.deleteOld();
                });
    }

    /** A new ticket, as the service is to send it back: letters, digits and hyphens only (CAS 3.0, section 3.7). */
    String issue(Ticket ticket) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var name = Ticket.PREFIX + HexFormat.of().formatHex(bytes);
        jdbc.sql("""
                        insert into applications.ticket (hash, application, account, session, service, fresh, expires_at)
                        values (:hash, :application, :account, :session, :service, :fresh, :end)
                        """)
                .param("hash", Digests.of(name))
                .param("application", ticket.application())
                .param("account", ticket.account())
                .param("session", ticket.session())
                .param("service", ticket.service())
                .param("fresh", ticket.fresh())
                .param("end", now().plus(GOOD_FOR))
                .update();
        return name;
    }

    /** Uses a ticket, the only time that works; a wrong use uses it up too. */
    Optional<Ticket> use(String name) {
        record Used(Ticket ticket, boolean inTime) {}
        return jdbc.sql("""
                        delete from applications.ticket where hash = :hash
                        returning application, account, session, service, fresh, expires_at > :now
                        """)
                .param("hash", Digests.of(name))
                .param("now", now())
                .query((row, number) -> new Used(
                        new Ticket(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getBoolean(5)),
                        row.getBoolean(6)))
                .optional()
                .filter(Used::inTime)
                .map(Used::ticket);
    }

    int deleteExpired() {
        return jdbc.sql("delete from applications.ticket where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
