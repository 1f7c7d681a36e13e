package fr.parvis.partners.agenda;

import fr.parvis.identity.AccountClosed;
import fr.parvis.kernel.Token;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses of calendar feeds, of which only hashes are kept: one for each person at most. */
@Repository
class CalendarTable {

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    CalendarTable(JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** Makes an address; the former one opens nothing any more. */
    Token renew(UUID account) {
        var token = Token.next(random);
        jdbc.sql("""
                        insert into partners.calendar (account, token_hash, made_at) values (:account, :hash, :now)
                        on conflict (account) do update set token_hash = excluded.token_hash, made_at = excluded.made_at
                        """)
                .param("account", account)
                .param("hash", token.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    void remove(UUID account) {
        jdbc.sql("delete from partners.calendar where account = :account")
                .param("account", account)
                .update();
    }

    /** Since when there is an address. */
    Optional<Instant> madeAt(UUID account) {
        return jdbc.sql("select made_at from partners.calendar where account = :account")
                .param("account", account)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whose it is. */
    Optional<UUID> owner(Token token) {
        return jdbc.sql("select account from partners.calendar where token_hash = :hash")
                .param("hash", token.hash())
                .query(UUID.class)
                .optional();
    }

    @EventListener
    void forget(AccountClosed closed) {
        remove(closed.account());
    }
}
