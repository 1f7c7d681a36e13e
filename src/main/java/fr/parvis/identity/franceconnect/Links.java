package fr.parvis.identity.franceconnect;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account a sub leads to. */
@Repository
class Links {

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<UUID> account(String issuer, String sub) {
        return jdbc.sql("select account_id from identity.link where issuer = :issuer and sub = :sub")
                .param("issuer", issuer)
                .param("sub", sub)
                .query(UUID.class)
                .optional();
    }

    boolean isLinked(UUID account) {
        return jdbc.sql("select exists (select from identity.link where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    void link(Arrival arrival, UUID account) {
        jdbc.sql("""
                        insert into identity.link (issuer, sub, account_id, linked_at)
                        values (:issuer, :sub, :account, :now)
                        on conflict (issuer, sub) do nothing
                        """)
                .param("issuer", arrival.issuer())
                .param("sub", arrival.sub())
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void unlink(UUID account) {
        jdbc.sql("delete from identity.link where account_id = :account")
                .param("account", account)
                .update();
    }
}
