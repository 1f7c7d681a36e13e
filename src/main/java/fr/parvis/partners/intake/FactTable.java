package fr.parvis.partners.intake;

import fr.parvis.partners.contract.CaseEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What partners last told of people, beside their cases. */
@Repository
class FactTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    FactTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Replaces what was told before, unless that is newer. */
    boolean replace(UUID partner, UUID account, CaseEvent event) {
        var person = event.person();
        return jdbc.sql("""
                        insert into partners.facts as f (partner, account, member, sequence, at, received_at, content)
                        values (:partner, :account, :member, :sequence, :at, :now, :content::jsonb)
                        on conflict (partner, account, member) do update set sequence = excluded.sequence,
                            at = excluded.at, received_at = excluded.received_at, content = excluded.content
                        where f.sequence < excluded.sequence
                        """)
                        .param("partner", partner)
                        .param("account", account)
                        .param("member", person.member() == null ? person.sub() : person.member())
                        .param("sequence", event.sequence())
                        .param("at", event.at().atOffset(ZoneOffset.UTC))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("content", JSON.writeValueAsString(event.data().facts()))
                        .update()
                > 0;
    }
}
