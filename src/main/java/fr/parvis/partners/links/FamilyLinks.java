package fr.parvis.partners.links;

import fr.parvis.applications.Acquaintances;
import fr.parvis.identity.AccountClosed;
import fr.parvis.partners.Linked;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.Unlinked;
import fr.parvis.partners.links.Link.Proof;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links people to what they have at partners', and undoes that. */
@Service
public class FamilyLinks {

    private final LinkTable table;
    private final Partners partners;
    private final Acquaintances acquaintances;
    private final LinkMails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FamilyLinks(
            LinkTable table,
            Partners partners,
            Acquaintances acquaintances,
            LinkMails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.partners = partners;
        this.acquaintances = acquaintances;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    public List<Link> of(UUID account) {
        return table.of(account);
    }

    /** A link of this account's; to everybody else it does not exist. */
    public Optional<Link> find(UUID account, UUID link) {
        return of(account).stream().filter(one -> one.id().equals(link)).findFirst();
    }

    /** The person agrees that the partner knows them by the name that we give it. */
    @Transactional
    public LinkOutcome agree(UUID account, Partner partner, String label) {
        return staysInCharge(partner)
                ? keep(account, partner, sub(account, partner), label, Proof.SIGN_ON)
                : new LinkOutcome.Replaced();
    }

    /**
     * Links somebody whom the partner recognised, under the name that the family gives them. Another account may have
     * linked them too, as both parents of a child do: each with its own proof, and neither learns of the other.
     */
    @Transactional
    public LinkOutcome link(UUID account, Partner partner, Known known, String label, Proof proof) {
        return staysInCharge(partner)
                ? keep(account, partner, known.member(), label, proof)
                : new LinkOutcome.Replaced();
    }

    /** Whether nobody replaces this partner until the transaction ends. */
    private boolean staysInCharge(Partner partner) {
        partners.hold(partner.id());
        return partners.isInCharge(partner);
    }

    private LinkOutcome keep(UUID account, Partner partner, String member, String label, Proof proof) {
        var link = new Link(
                UUID.randomUUID(), partner.id(), account, sub(account, partner), member, label, proof, clock.instant());
        if (!table.insert(link)) {
            return new LinkOutcome.AlreadyYours();
        }
        mails.linked(link, partner);
        events.publishEvent(new Linked(partner.id(), account, link.sub(), link.member()));
        return new LinkOutcome.Made();
    }

    /** Undoes a link of this account's; what it brought leaves with it. */
    @Transactional
    public boolean unlink(UUID account, UUID id) {
        find(account, id).ifPresent(link -> partners.hold(link.partner()));
        var undone = table.delete(account, id);
        undone.ifPresent(link -> {
            var partner = partners.find(link.partner()).orElseThrow();
            boolean last =
                    of(account).stream().noneMatch(other -> other.partner().equals(partner.id()));
            if (last) {
                acquaintances.withdraw(partner.application(), account);
            }
            mails.unlinked(link, partner);
            events.publishEvent(new Unlinked(partner.id(), account, link.sub(), link.member(), last));
        });
        return undone.isPresent();
    }

    /**
     * Whom the former knows the successor knows, which is told of them; so are they. Who has a name there that somebody
     * else has at the successor's, and did not prove to be that person, is asked to link again: both may number people
     * 1, 2, 3, and nobody may follow another family's child.
     *
     * @return our names of the accounts at the successor's, by those at the former's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, String> passOn(Partner former, Partner successor) {
        var doubtful = Set.copyOf(table.doubtful(former.id(), successor.id()));
        var families = table.deleteOf(former.id()).stream().collect(Collectors.groupingBy(Link::account));
        Map<String, String> names = new HashMap<>();
        families.forEach((account, family) -> {
            acquaintances.withdraw(former.application(), account);
            var kept = family.stream().filter(link -> !doubtful.contains(link)).toList();
            kept.forEach(link -> passOn(link, successor));
            if (table.of(account).stream().anyMatch(link -> link.partner().equals(successor.id()))) {
                names.put(family.getFirst().sub(), sub(account, successor));
            }
            mails.passedOn(
                    account,
                    former,
                    successor,
                    new LinkMails.Passed(
                            !kept.isEmpty(),
                            family.stream()
                                    .filter(doubtful::contains)
                                    .map(Link::label)
                                    .toList()));
        });
        return names;
    }

    private void passOn(Link link, Partner successor) {
        var own = link.passedOn(successor.id(), sub(link.account(), successor));
        if (table.insert(own)) {
            events.publishEvent(new Linked(own.partner(), own.account(), own.sub(), own.member()));
        }
    }

    /** How many accounts would have to link somebody again, were one partner replaced by the other. */
    public int toLinkAgain(Partner former, Partner successor) {
        return (int) table.doubtful(former.id(), successor.id()).stream()
                .map(Link::account)
                .distinct()
                .count();
    }

    /** How many accounts are linked to this partner. */
    public int accountsOf(Partner partner) {
        return table.accountsOf(partner.id());
    }

    /**
     * Nobody of a closed account is known anywhere any more. Comes before others erase what they know of it: what other
     * accounts follow too passes on to them first.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void leave(AccountClosed closed) {
        of(closed.account()).stream().map(Link::partner).distinct().sorted().forEach(partners::hold);
        var gone = table.deleteAll(closed.account());
        for (int n = 0; n < gone.size(); n++) {
            var link = gone.get(n);
            boolean last = gone.subList(n + 1, gone.size()).stream()
                    .noneMatch(other -> other.partner().equals(link.partner()));
            events.publishEvent(new Unlinked(link.partner(), link.account(), link.sub(), link.member(), last));
        }
    }

    /** Our name of the account at this partner's, which the person agrees to give. */
    private String sub(UUID account, Partner partner) {
        acquaintances.agree(partner.application(), account, Set.of());
        return acquaintances.find(partner.application(), account).orElseThrow().sub();
    }
}
