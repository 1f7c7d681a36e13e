package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Linked;
import fr.parvis.partners.Partners;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Somebody who is linked by another account already, as a child by a parent: the cases under way are followed by the new
 * account too, from where they stand, without waiting for the partner to say it again. What happened before is not told:
 * as with any link, a thread begins with it, and nothing shows that it was followed before.
 */
@Component
class Newcomers {

    private final ForeignCases cases;
    private final FactTable facts;
    private final Bookings bookings;
    private final Ledger ledger;
    private final Partners partners;

    Newcomers(ForeignCases cases, FactTable facts, Bookings bookings, Ledger ledger, Partners partners) {
        this.cases = cases;
        this.facts = facts;
        this.bookings = bookings;
        this.ledger = ledger;
        this.partners = partners;
    }

    @EventListener
    void welcome(Linked link) {
        partners.hold(link.partner());
        facts.share(link);
        var underWay = cases.ofOthers(link.partner(), link.member(), link.account()).stream()
                .flatMap(one -> ledger.find(one.reference()).stream()
                        .filter(item -> item.standing().state() == State.OPEN)
                        .map(item -> new Followed(one, item)))
                .toList();
        if (!underWay.isEmpty()) {
            follow(link.account(), underWay);
        }
    }

    /** A case with its item in somebody's thread. */
    private record Followed(ForeignCase foreign, TrackedItem item) {

        ForeignCase by(UUID account, Reference reference) {
            return new ForeignCase(
                    foreign.partner(),
                    foreign.key(),
                    reference,
                    account,
                    foreign.member(),
                    foreign.sequence(),
                    false,
                    foreign.path());
        }

        /** Dated by the partner's last word, so that nobody takes it for newer than it is. */
        TrackedItem of(ForeignCase own) {
            return new TrackedItem(
                    own.reference(),
                    item.kind(),
                    own.owner(),
                    item.title(),
                    item.provider(),
                    item.standing(),
                    item.changedAt(),
                    item.changedAt());
        }
    }

    private void follow(UUID account, List<Followed> followed) {
        var partner = followed.getFirst().foreign().partner();
        var provider = partners.find(partner).orElseThrow().name();
        Iterator<Reference> references = ledger.newReferences(followed.size()).iterator();
        var own =
                followed.stream().map(one -> one.by(account, references.next())).toList();
        cases.save(partner, own);
        bookings.share(partner, account, own.stream().map(ForeignCase::key).toList());
        for (int n = 0; n < own.size(); n++) {
            var item = followed.get(n).of(own.get(n));
            ledger.open(item, new TimelineEvent(item.changedAt(), Standings.TOLD_WHOLE, null, provider));
        }
    }
}
