package fr.parvis.identity.factors;

import fr.parvis.kernel.Seal;
import fr.parvis.kernel.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The secrets that people's authenticator applications share with the town, one per account. */
@Repository
class Authenticators {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RandomGenerator random;
    private final Seal seal;

    Authenticators(JdbcClient jdbc, Clock clock, RandomGenerator random, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.seal = new Seal(secrets, "identity/authenticators");
    }

    @SuppressWarnings("ArrayRecordComponent") // opened, never compared
    private record Stored(byte[] sealed, long lastStep) {}

    /** Which of the two secrets a row may hold. */
    private enum State {
        INSTALLED("sealed"),
        PREPARED("prepared");

        private final String column;

        State(String column) {
            this.column = column;
        }
    }

    /** Since when the account has an application that gave a right code. */
    Optional<Instant> since(UUID account) {
        return jdbc.sql("select confirmed_at from identity.authenticator"
                        + " where account_id = :account and confirmed_at is not null")
                .param("account", account)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The secret to give to an application; the same until a code of it confirms it. */
    @Transactional
    byte[] prepare(UUID account) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into identity.authenticator as a (account_id, prepared) values (:account, :sealed)
                        on conflict (account_id) do update set prepared = coalesce(a.prepared, excluded.prepared)
                        """)
                .param("account", account)
                .param("sealed", seal.close(secret, account.toString()))
                .update();
        return open(account, find(account, State.PREPARED).orElseThrow());
    }

    /** Takes the prepared secret by a code of it, in place of the one before; false when the code is not right. */
    @Transactional
    boolean confirm(UUID account, String typed) {
        var step = step(account, State.PREPARED, typed);
        step.ifPresent(used -> jdbc.sql("""
                        update identity.authenticator
                        set sealed = prepared, prepared = null, last_step = :step, confirmed_at = :now
                        where account_id = :account
                        """)
                .param("step", used)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update());
        return step.isPresent();
    }

    /** Whether this is a code of the account's application, not used before. */
    @Transactional
    boolean check(UUID account, String typed) {
        var step = step(account, State.INSTALLED, typed);
        step.ifPresent(
                used -> jdbc.sql("update identity.authenticator set last_step = :step where account_id = :account")
                        .param("step", used)
                        .param("account", account)
                        .update());
        return step.isPresent();
    }

    void remove(UUID account) {
        jdbc.sql("delete from identity.authenticator where account_id = :account")
                .param("account", account)
                .update();
    }

    /** A code that the installed application would give now. */
    Optional<String> code(UUID account) {
        return usable(account, State.INSTALLED);
    }

    /** A code that the application being installed would give now. */
    Optional<String> preparedCode(UUID account) {
        return usable(account, State.PREPARED);
    }

    private Optional<String> usable(UUID account, State state) {
        return find(account, state)
                .map(stored -> Totp.usable(open(account, stored), clock.instant(), stored.lastStep()));
    }

    private OptionalLong step(UUID account, State state, String typed) {
        return find(account, state)
                .map(stored -> Totp.step(open(account, stored), typed, clock.instant(), stored.lastStep()))
                .orElseGet(OptionalLong::empty);
    }

    /** Locked, so that a code sent twice at once is good once. */
    private Optional<Stored> find(UUID account, State state) {
        return jdbc.sql("select " + state.column + ", last_step from identity.authenticator where account_id = :account"
                        + " and " + state.column + " is not null for update")
                .param("account", account)
                .query((row, number) -> new Stored(row.getBytes(1), state == State.INSTALLED ? row.getLong(2) : 0))
                .optional();
    }

    private byte[] open(UUID account, Stored stored) {
        return seal.open(stored.sealed(), account.toString());
    }
}
