package fr.parvis.identity.franceconnect;

import fr.parvis.identity.civil.Arrival;
import fr.parvis.kernel.Token;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** People proven by FranceConnect who must still say whether an account is theirs; kept a quarter of an hour. */
@Repository
class Arrivals {

    static final Duration KEPT = Duration.ofMinutes(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    Arrivals(JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Who arrived, the accounts of which one may be theirs, and where they go on to.
     *
     * @param shown the account that they showed to be theirs, but for its second factor
     */
    record Pending(Arrival arrival, List<UUID> candidates, String suite, Optional<Shown> shown) {

        Pending {
            candidates = List.copyOf(candidates);
        }

        /** Somebody who showed nothing yet. */
        Pending(Arrival arrival, List<UUID> candidates, String suite) {
            this(arrival, candidates, suite, Optional.empty());
        }
    }

    /** An account whose holder this person is, and when they showed it. */
    record Shown(UUID account, Instant at) {}

    private record Stored(Arrival arrival, String suite) {}

    /** Keeps it under a token for the browser; the table knows only its hash. */
    String keep(Pending pending) {
        var token = Token.next(random);
        jdbc.sql("""
                        insert into identity.arrival (token_hash, candidates, arrival, expires_at)
                        values (:hash, :candidates, :arrival, :expires)
                        """)
                .param("hash", token.hash())
                .param("candidates", pending.candidates().toArray(UUID[]::new))
                .param("arrival", JSON.writeValueAsString(new Stored(pending.arrival(), pending.suite())))
                .param("expires", now().plus(KEPT))
                .update();
        return token.value();
    }

    Optional<Pending> find(String value) {
        var token = new Token(value);
        return jdbc.sql("""
                        select arrival, candidates, shown, shown_at from identity.arrival
                        where token_hash = :hash and expires_at > :now
                        """)
                .param("hash", token.hash())
                .param("now", now())
                .query((row, n) -> pending(row))
                .optional();
    }

    /** Notes that they showed this account to be theirs; its second factor is awaited. */
    void show(String value, UUID account) {
        var token = new Token(value);
        jdbc.sql("update identity.arrival set shown = :account, shown_at = :now where token_hash = :hash")
                .param("account", account)
                .param("now", now())
                .param("hash", token.hash())
                .update();
    }

    void forget(String value) {
        var token = new Token(value);
        jdbc.sql("delete from identity.arrival where token_hash = :hash")
                .param("hash", token.hash())
                .update();
    }

    void deleteExpired() {
        jdbc.sql("delete from identity.arrival where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        var stored = JSON.readValue(row.getString("arrival"), Stored.class);
        var candidates = List.of((UUID[]) row.getArray("candidates").getArray());
        @Nullable UUID account = row.getObject("shown", UUID.class);
        var shown = account == null
                ? Optional.<Shown>empty()
                : Optional.of(new Shown(
                        account, row.getObject("shown_at", OffsetDateTime.class).toInstant()));
        return new Pending(stored.arrival(), candidates, stored.suite(), shown);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
