package fr.parvis.identity.franceconnect;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** People proven by FranceConnect who must still say whether an account is theirs; kept a quarter of an hour. */
@Repository
class Arrivals {

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int TOKEN_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** Who arrived, the account that may be theirs, and where they go on to. */
    record Pending(Arrival arrival, UUID candidate, String suite) {}

    private record Stored(Arrival arrival, String suite) {}

    /** Keeps it under a token for the browser; the table knows only its hash. */
    String keep(Pending pending) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        insert into identity.arrival (token_hash, candidate, arrival, expires_at)
                        values (:hash, :candidate, :arrival, :expires)
                        """)
                .param("hash", hash(token))
                .param("candidate", pending.candidate())
                .param("arrival", JSON.writeValueAsString(new Stored(pending.arrival(), pending.suite())))
                .param("expires", now().plus(KEPT))
                .update();
        return token;
    }

    Optional<Pending> find(String token) {
        return jdbc.sql(
                        "select arrival, candidate from identity.arrival where token_hash = :hash and expires_at > :now")
                .param("hash", hash(token))
                .param("now", now())
                .query((row, n) -> {
                    var stored = JSON.readValue(row.getString(1), Stored.class);
                    return new Pending(stored.arrival(), row.getObject(2, UUID.class), stored.suite());
                })
                .optional();
    }

    void forget(String token) {
        jdbc.sql("delete from identity.arrival where token_hash = :hash")
                .param("hash", hash(token))
                .update();
    }

    void deleteExpired() {
        jdbc.sql("delete from identity.arrival where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
