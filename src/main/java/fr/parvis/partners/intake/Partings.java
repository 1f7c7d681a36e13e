package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Unlinked;
import fr.parvis.tracking.Ledger;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a partner told of somebody leaves with their link: its cases leave the thread, its events are erased, so that all
 * of it can be told again should they link themselves again. Where another account is linked to the same person, its own
 * thread stays, and the events pass on to it: their ids still guard against what comes twice. Cases of ours that the
 * partner goes on with need no link, and stay. What is left under the name of a partner that it replaced goes too.
 */
@Component
class Partings {

    private final JdbcClient jdbc;
    private final Partners partners;
    private final Ledger ledger;

    Partings(JdbcClient jdbc, Partners partners, Ledger ledger) {
        this.jdbc = jdbc;
        this.partners = partners;
        this.ledger = ledger;
    }

    @EventListener
    void forget(Unlinked link) {
        partners.hold(link.partner());
        for (var partner : partners.withFormers(link.partner())) {
            var there = new Unlinked(partner, link.account(), link.sub(), link.member(), link.last());
            forgetMember(there);
            if (there.last()) {
                forgetRest(there);
            }
        }
    }

    private void forgetMember(Unlinked link) {
        var keys = forgetCases(link, "member = :member");
        passOn(link, keys);
        change("delete from partners.event e where (case_key = any(:keys) or person_member = :member)", link, keys);
        change("delete from partners.facts e where member = :member", link, keys);
    }

    /** What it told of the account itself, by our name of it. */
    private void forgetRest(Unlinked link) {
        forgetCases(link, "not handed");
        change("delete from partners.event e where person_reference is null", link, List.of());
        change("delete from partners.facts e where true", link, List.of());
    }

    private List<String> forgetCases(Unlinked link, String which) {
        var gone = jdbc.sql("delete from partners.foreign_case where partner = :partner and owner = :account and "
                        + which + " returning key, reference")
                .param("partner", link.partner())
                .param("account", link.account())
                .param("member", link.member())
                .query((row, number) -> List.of(row.getString(1), row.getString(2)))
                .list();
        ledger.forget(gone.stream().map(one -> new Reference(one.getLast())).toList());
        return gone.stream().map(List::getFirst).toList();
    }

    /** To others who follow these cases, or are linked to the person of whom no case is known yet. */
    private void passOn(Unlinked link, List<String> keys) {
        change("""
                update partners.event e set account = c.owner from partners.foreign_case c
                where e.case_key = any(:keys) and c.partner = e.partner and c.key = e.case_key
                """, link, keys);
        change("""
                update partners.event e set account = l.account from partners.link l
                where (e.case_key is null or e.state = 'WAITING') and e.person_member = :member
                    and l.partner = e.partner and l.member = e.person_member
                """, link, keys);
    }

    /** Of the account's rows at this partner's, called {@code e}. */
    private void change(String statement, Unlinked link, List<String> keys) {
        jdbc.sql(statement + " and e.partner = :partner and e.account = :account")
                .param("keys", keys.toArray(String[]::new))
                .param("member", link.member())
                .param("partner", link.partner())
                .param("account", link.account())
                .update();
    }
}
