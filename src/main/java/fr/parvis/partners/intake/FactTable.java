package fr.parvis.partners.intake;

import fr.parvis.partners.Linked;
import fr.parvis.partners.contract.CaseEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
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

    /** Replaces what was told before, for each of these accounts, unless that is newer. */
    boolean replace(UUID partner, Set<UUID> accounts, CaseEvent event) {
        return jdbc.sql("""
                        insert into partners.facts as f (partner, account, member, sequence, at, received_at, content)
                        select :partner, account, :member, :sequence, :at, :now, :content::jsonb
                        from unnest(:accounts::uuid[]) account
                        on conflict (partner, account, member) do update set sequence = excluded.sequence,
                            at = excluded.at, received_at = excluded.received_at, content = excluded.content
                        where f.sequence < excluded.sequence
                        """)
                        .param("partner", partner)
                        .param("accounts", accounts.toArray(UUID[]::new))
                        .param("member", event.person().name())
                        .param("sequence", event.sequence())
                        .param("at", event.at().atOffset(ZoneOffset.UTC))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("content", JSON.writeValueAsString(event.data().facts()))
                        .update()
                > 0;
    }

    /** What others who linked the same person were told of them is this account's too. */
    void share(Linked link) {
        jdbc.sql("""
                        insert into partners.facts (partner, account, member, sequence, at, received_at, content)
                        select f.partner, :account, f.member, f.sequence, f.at, f.received_at, f.content
                        from partners.link l
                        join partners.facts f on f.partner = l.partner and f.account = l.account and f.member = l.member
                        where l.partner = :partner and l.member = :member and l.account <> :account
                        order by f.sequence desc limit 1
                        on conflict (partner, account, member) do nothing
                        """)
                .param("account", link.account())
                .param("partner", link.partner())
                .param("member", link.member())
                .update();
    }
}
