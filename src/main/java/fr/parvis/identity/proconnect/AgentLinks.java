package fr.parvis.identity.proconnect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which account a proof of ProConnect leads to, and those an administrator has to agree to. */
@Repository
class AgentLinks {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final RowMapper<Request> REQUEST = (row, number) -> new Request(
            row.getObject("id", UUID.class),
            row.getObject("account_id", UUID.class),
            row.getString("siret"),
            row.getString("name"),
            row.getObject("asked_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;
    private final Clock clock;

    AgentLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody proven with an agent's address, under the name that ProConnect tells. */
    record Request(UUID id, UUID account, String siret, String name, Instant askedAt) {}

    Optional<UUID> account(ProvenAgent agent) {
        return jdbc.sql("select account_id from identity.agent_link where issuer = :issuer and sub = :sub")
                .param("issuer", agent.issuer())
                .param("sub", agent.sub())
                .query(UUID.class)
                .optional();
    }

    /** Asks that this proof lead to this account; asked again, it is dated anew. */
    void ask(ProvenAgent agent, UUID account) {
        jdbc.sql("""
                        insert into identity.agent_link_request (issuer, sub, account_id, siret, name, asked_at)
                        values (:issuer, :sub, :account, :siret, :name, :now)
                        on conflict (issuer, sub) do update set account_id = excluded.account_id,
                            siret = excluded.siret, name = excluded.name, asked_at = excluded.asked_at
                        """)
                .param("issuer", agent.issuer())
                .param("sub", agent.sub())
                .param("account", account)
                .param("siret", agent.siret())
                .param("name", agent.name())
                .param("now", now())
                .update();
    }

    /** What waits for an administrator, the oldest first. */
    List<Request> requests() {
        return jdbc.sql("select * from identity.agent_link_request order by asked_at")
                .query(REQUEST)
                .list();
    }

    /** Links it; the account, or empty when it was answered meanwhile. */
    @Transactional
    Optional<UUID> confirm(UUID request, UUID by) {
        var linked = jdbc.sql("""
                        insert into identity.agent_link (issuer, sub, account_id, siret, linked_at, confirmed_by)
                        select issuer, sub, account_id, siret, :now, :by from identity.agent_link_request where id = :id
                        returning account_id
                        """)
                .param("now", now())
                .param("by", by)
                .param("id", request)
                .query(UUID.class)
                .optional();
        refuse(request);
        return linked;
    }

    /** Links nothing; the account, or empty when it was answered meanwhile. */
    Optional<UUID> refuse(UUID request) {
        return jdbc.sql("delete from identity.agent_link_request where id = :id returning account_id")
                .param("id", request)
                .query(UUID.class)
                .optional();
    }

    void deleteOldRequests() {
        jdbc.sql("delete from identity.agent_link_request where asked_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
