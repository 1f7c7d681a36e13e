package fr.parvis.casefiles;

import fr.parvis.identity.AccountClosed;
import fr.parvis.identity.RunningRequests;
import fr.parvis.kernel.French;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TrackedItem;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The open cases of somebody who deletes their account: they are told which, and the agents how to reach them. */
@Service
class Departures implements RunningRequests {

    private final Ledger ledger;
    private final CaseRepository cases;
    private final Journal journal;

    Departures(Ledger ledger, CaseRepository cases, Journal journal) {
        this.ledger = ledger;
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public List<Running> of(UUID account) {
        return open(account)
                .map(item -> new Running(
                        item.title() + " (" + item.reference().value() + ")",
                        "/suivi/" + item.reference().value() + "/retrait"))
                .toList();
    }

    @EventListener
    void note(AccountClosed closed) {
        open(closed.account())
                .flatMap(item -> cases.lock(item.reference()).stream())
                .forEach(file -> journal.addAutomatic(
                        file,
                        "compte supprimé par l’usager, qui ne reçoit plus les messages du portail. Dernière adresse"
                                + " électronique" + French.NBSP + ": " + closed.email()));
    }

    private Stream<TrackedItem> open(UUID account) {
        return ledger.feed(account).stream()
                .filter(item ->
                        item.kind().equals(CaseFiles.KIND) && item.standing().state() == State.OPEN);
    }
}
