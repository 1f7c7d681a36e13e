package fr.parvis.identity.accounts;

import fr.parvis.kernel.Hmac;
import fr.parvis.kernel.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down (CNIL délibération 2022-100): after five attempts in a row a delay of one minute that doubles with
 * each, up to an hour, and no more than 25 attempts in 24 hours. A success wipes the slate clean.
 */
@Component
@NamedInterface("guessing")
public class Throttle {

    /** What is guarded. Many homes share a computer's address, so it is allowed four times as much. */
    public enum Guard {
        /** One account's password, from one computer, or in one browser that was in the account before. */
        PASSWORD(5, 25),
        /** One account's password, from all computers where nobody was in it: many may be made to guess at once. */
        ACCOUNT(50, 250),
        CODE_SENT(5, 25),
        SECOND_FACTOR(5, 25),
        COMPUTER(20, 100),
        /** Proofs asked of a partner, by account. */
        LINK(5, 25),
        /** Proofs asked of a partner about one of its cards, from all accounts: many may be made to guess at once. */
        CARD(10, 50),
        /** Calls that carry a wrong token of the town's directory, by computer. */
        DIRECTORY(20, 100);

        private final int free;
        private final int perDay;

        Guard(int free, int perDay) {
            this.free = free;
            this.perDay = perDay;
        }
    }

    private static final Duration DAY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Hmac hmac;

    Throttle(JdbcClient jdbc, Clock clock, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hmac = new Hmac(secrets, "identity/throttle");
    }

    /**
     * Counts an attempt before it is made, so that a hundred at once are a hundred; the moment to come back when it may
     * not be made now.
     */
    public Optional<Instant> attempt(Guard guard, String subject) {
        var hash = hash(guard, subject);
        int counted = jdbc.sql("""
                        insert into identity.throttle as t (key, attempts, since, retry_at) values (:key, 1, :now, :now)
                        on conflict (key) do update set
                            attempts = case when t.since <= :yesterday then 1 else t.attempts + 1 end,
                            since = case when t.since <= :yesterday then :now else t.since end,
                            retry_at = case
                                when t.since <= :yesterday or t.attempts + 1 < :free then :now
                                when t.attempts + 1 >= :perDay then t.since + interval '24 hours'
                                else :now + least(interval '1 hour',
                                                  interval '1 minute' * 2 ^ least(10, t.attempts + 1 - :free)) end
                        where t.retry_at <= :now
                        """)
                .param("key", hash)
                .param("now", now())
                .param("yesterday", now().minus(DAY))
                .param("free", guard.free)
                .param("perDay", guard.perDay)
                .update();
        return counted == 1 ? Optional.empty() : Optional.of(retryAt(hash));
    }

    /** Forgets the attempts: the right person came. */
    public void clear(Guard guard, String subject) {
        jdbc.sql("delete from identity.throttle where key = :key")
                .param("key", hash(guard, subject))
                .update();
    }

    /** Takes one attempt back: it came from the right person, on a computer that others share. */
    public void forgive(Guard guard, String subject) {
        jdbc.sql("update identity.throttle set attempts = greatest(1, attempts - 1), retry_at = :now where key = :key")
                .param("key", hash(guard, subject))
                .param("now", now())
                .update();
    }

    int deleteOld() {
        return jdbc.sql("delete from identity.throttle where since <= :yesterday and retry_at <= :now")
                .param("yesterday", now().minus(DAY))
                .param("now", now())
                .update();
    }

    private Instant retryAt(byte[] hash) {
        return jdbc.sql("select retry_at from identity.throttle where key = :key")
                .param("key", hash)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElseGet(clock::instant);
    }

    private byte[] hash(Guard guard, String subject) {
        return hmac.of(guard + ":" + subject.strip().toLowerCase(Locale.ROOT));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
