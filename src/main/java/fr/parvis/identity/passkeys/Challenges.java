package fr.parvis.identity.passkeys;

import fr.parvis.kernel.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What devices are asked to sign: known here, good once, for five minutes (WebAuthn level 3, section 13.4.3). */
@Repository
class Challenges {

    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    Challenges(JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** A new one; {@code account} is who adds a key, null to sign in. */
    Token issue(@Nullable UUID account) {
        var challenge = Token.next(random);
        jdbc.sql("insert into identity.passkey_challenge (hash, account_id, expires_at)"
                        + " values (:hash, :account, :expires)")
                .param("hash", challenge.hash())
                .param("account", account)
                .param("expires", now().plus(GOOD_FOR))
                .update();
        return challenge;
    }

    /** Uses it up; false when it was not issued for that, or is used or too old. */
    boolean use(Token challenge, @Nullable UUID account) {
        return jdbc.sql("""
                        delete from identity.passkey_challenge
                        where hash = :hash and account_id is not distinct from :account::uuid and expires_at > :now
                        """)
                        .param("hash", challenge.hash())
                        .param("account", account)
                        .param("now", now())
                        .update()
                == 1;
    }

    void deleteExpired() {
        jdbc.sql("delete from identity.passkey_challenge where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
