package fr.parvis.identity.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When and how people came in, for themselves to read; kept six months (CNIL délibération 2021-122, journaux). */
@Repository
public class SignInJournal {

    private static final Duration KEPT = Duration.ofDays(183);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInJournal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody came in: when, on what, and what they showed. */
    public record SignedIn(Instant at, String device, Set<Method> methods) {

        public SignedIn {
            methods = Set.copyOf(methods);
        }
    }

    /** The last times, the newest first. */
    public List<SignedIn> last(UUID account, int count) {
        return jdbc.sql("""
                        select at, device, methods from identity.sign_in
                        where account_id = :account order by at desc, id desc limit :count
                        """)
                .param("account", account)
                .param("count", count)
                .query((row, number) -> new SignedIn(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        Method.read(row.getString(3))))
                .list();
    }

    void add(UUID account, String device, Set<Method> methods) {
        jdbc.sql("insert into identity.sign_in (account_id, at, device, methods)"
                        + " values (:account, :at, :device, :methods)")
                .param("account", account)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("device", device)
                .param("methods", Method.write(methods))
                .update();
    }

    void deleteOld() {
        jdbc.sql("delete from identity.sign_in where at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
