package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Unlinked;
import fr.parvis.tracking.Ledger;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a partner told of somebody leaves with their link: its cases leave the thread, its events are erased, so that all
 * of it can be told again should they link themselves again.
 */
@Component
class Partings {

    private final JdbcClient jdbc;
    private final EventTable events;
    private final Ledger ledger;

    Partings(JdbcClient jdbc, EventTable events, Ledger ledger) {
        this.jdbc = jdbc;
        this.events = events;
        this.ledger = ledger;
    }

    @EventListener
    void forget(Unlinked link) {
        events.hold(link.partner());
        if (link.last()) {
            forgetAll(link.partner(), link.account());
        } else {
            forgetMember(link);
        }
    }

    private void forgetAll(UUID partner, UUID account) {
        delete("event where partner = :partner and account = :account", partner, account);
        delete("facts where partner = :partner and account = :account", partner, account);
        ledger.forget(jdbc.sql("""
                        delete from partners.foreign_case where partner = :partner and owner = :account
                        returning reference
                        """)
                .param("partner", partner)
                .param("account", account)
                .query((row, number) -> new Reference(row.getString(1)))
                .list());
    }

    private void delete(String rows, UUID partner, UUID account) {
        jdbc.sql("delete from partners." + rows)
                .param("partner", partner)
                .param("account", account)
                .update();
    }

    private void forgetMember(Unlinked link) {
        var gone = jdbc.sql("""
                        delete from partners.foreign_case
                        where partner = :partner and owner = :account and member = :member
                        returning key, reference
                        """)
                .param("partner", link.partner())
                .param("account", link.account())
                .param("member", link.member())
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list();
        ledger.forget(gone.stream().map(one -> new Reference(one.getLast())).toList());
        jdbc.sql("""
                        delete from partners.event where partner = :partner and account = :account
                            and (case_key = any(:keys)
                                 or content::jsonb -> 'data' -> 'person' ->> 'member' = :member)
                        """)
                .param("partner", link.partner())
                .param("account", link.account())
                .param("keys", gone.stream().map(List::getFirst).toArray(String[]::new))
                .param("member", link.member())
                .update();
        jdbc.sql("delete from partners.facts where partner = :partner and account = :account and member = :member")
                .param("partner", link.partner())
                .param("account", link.account())
                .param("member", link.member())
                .update();
    }
}
