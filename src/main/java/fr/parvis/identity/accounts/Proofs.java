package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Proof.Newcomer;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.kernel.Hmac;
import fr.parvis.kernel.Secrets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes of six digits sent by e-mail: good for 15 minutes, five tries and one use. */
@Component
class Proofs {

    /** How long a code is good, as messages say it. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final int MOST_TRIES = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RandomGenerator random;
    private final Hmac hmac;

    Proofs(JdbcClient jdbc, Clock clock, RandomGenerator random, Secrets secrets) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.hmac = new Hmac(secrets, "identity/codes");
    }

    /** A proof just asked for: its id for the browser, its code for the e-mail. */
    record Asked(UUID id, String code) {}

    Asked ask(Proof proof) {
        var asked = new Asked(UUID.randomUUID(), newCode());
        var newcomer = proof.newcomer();
        jdbc.sql("""
                        insert into identity.proof (id, purpose, email, account_id, first_name, last_name, password_hash,
                                                    useful, code_hash, expires_at)
                        values (:id, :purpose, :email, :account, :firstName, :lastName, :passwordHash,
                                :useful, :code, :expires)
                        """)
                .param("id", asked.id())
                .param("purpose", proof.purpose().name())
                .param("email", proof.email())
                .param("account", proof.account())
                .param("firstName", newcomer == null ? null : newcomer.firstName())
                .param("lastName", newcomer == null ? null : newcomer.lastName())
                .param("passwordHash", newcomer == null ? null : newcomer.passwordHash())
                .param("useful", proof.useful())
                .param("code", hash(asked))
                .param("expires", now().plus(GOOD_FOR))
                .update();
        return asked;
    }

    /** Gives a proof that is not used yet a new code, with new tries; the former code is good for nothing. */
    Optional<Asked> renew(UUID id, Purpose purpose) {
        var asked = new Asked(id, newCode());
        int renewed = jdbc.sql("""
                        update identity.proof set code_hash = :code, tries = 0, expires_at = :expires
                        where id = :id and purpose = :purpose
                        """)
                .param("id", id)
                .param("purpose", purpose.name())
                .param("code", hash(asked))
                .param("expires", now().plus(GOOD_FOR))
                .update();
        return renewed == 1 ? Optional.of(asked) : Optional.empty();
    }

    /** What is being proven, as long as it is neither used nor forgotten, whether or not its code is still good. */
    Optional<Proof> findEvenSpent(UUID id, Purpose purpose) {
        return jdbc.sql("""
                        select purpose, email, account_id, first_name, last_name, password_hash, useful
                        from identity.proof where id = :id and purpose = :purpose
                        """)
                .param("id", id)
                .param("purpose", purpose.name())
                .query((row, number) -> proof(row))
                .optional();
    }

    /** What is being proven, while it still can be. */
    Optional<Proof> find(UUID id, Purpose purpose) {
        return jdbc.sql("""
                        select purpose, email, account_id, first_name, last_name, password_hash, useful
                        from identity.proof
                        where id = :id and purpose = :purpose and expires_at > :now and tries < :tries
                        """)
                .param("id", id)
                .param("purpose", purpose.name())
                .param("now", now())
                .param("tries", MOST_TRIES)
                .query((row, number) -> proof(row))
                .optional();
    }

    /** Counts a try and tells what the code proves; empty when it is wrong, used, too old or tried too often. */
    Optional<Proof> prove(UUID id, Purpose purpose, String typed) {
        var hash = jdbc.sql("""
                        update identity.proof set tries = tries + 1
                        where id = :id and purpose = :purpose and expires_at > :now and tries < :tries
                        returning code_hash
                        """)
                .param("id", id)
                .param("purpose", purpose.name())
                .param("now", now())
                .param("tries", MOST_TRIES)
                .query((row, number) -> row.getBytes(1))
                .optional();
        var code = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        return hash.filter(expected -> MessageDigest.isEqual(expected, hash(new Asked(id, code))))
                .flatMap(right -> use(id))
                .filter(Proof::useful);
    }

    /** Throws away every code asked for by the holder of an account. */
    void forget(UUID account) {
        jdbc.sql("delete from identity.proof where account_id = :account")
                .param("account", account)
                .update();
    }

    int deleteExpired() {
        return jdbc.sql("delete from identity.proof where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private String newCode() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    private Optional<Proof> use(UUID id) {
        return jdbc.sql("""
                        delete from identity.proof where id = :id
                        returning purpose, email, account_id, first_name, last_name, password_hash, useful
                        """).param("id", id).query((row, number) -> proof(row)).optional();
    }

    private static Proof proof(ResultSet row) throws SQLException {
        @Nullable String passwordHash = row.getString("password_hash");
        return new Proof(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("email"),
                row.getObject("account_id", UUID.class),
                passwordHash == null
                        ? null
                        : new Newcomer(row.getString("first_name"), row.getString("last_name"), passwordHash),
                row.getBoolean("useful"));
    }

    private byte[] hash(Asked asked) {
        return hmac.of(asked.id() + ":" + asked.code());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
