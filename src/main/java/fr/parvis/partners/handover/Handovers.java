package fr.parvis.partners.handover;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.links.Sandboxes;
import fr.parvis.partners.webhooks.WebhookType;
import fr.parvis.partners.webhooks.Webhooks;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands cases to partners and tells them what goes on. Whoever changes a handover holds its case. */
@Service
public class Handovers {

    private final HandoverTable table;
    private final HandedFiles files;
    private final HandedCaseView views;
    private final Partners partners;
    private final Sandboxes sandboxes;
    private final Webhooks webhooks;
    private final Clock clock;

    Handovers(
            HandoverTable table,
            HandedFiles files,
            HandedCaseView views,
            Partners partners,
            Sandboxes sandboxes,
            Webhooks webhooks,
            Clock clock) {
        this.table = table;
        this.files = files;
        this.views = views;
        this.partners = partners;
        this.sandboxes = sandboxes;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Hands a case over; nobody when there is no such partner, or it is suspended, or on trial. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Partner> open(Opening opening) {
        var found = partners.keepInCharge(opening.partner())
                .filter(partner -> !partner.suspended() && !sandboxes.contains(partner.id()));
        found.ifPresent(partner -> {
            var id = UUID.randomUUID();
            table.insert(id, partner.id(), opening, HandedCaseView.write(opening.shared()));
            files.add(id, opening.files());
            tell(partner, opening.reference(), WebhookType.HANDOVER_OPENED, views.opened(opening));
        });
        return found;
    }

    /** Another partner goes on with the case, and is given what the former was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(Handover handover, Partner successor) {
        table.passOn(handover.id(), successor.id());
        tell(
                successor,
                handover.reference(),
                WebhookType.HANDOVER_OPENED,
                views.passedOn(handover, files.of(handover.id())));
        webhooks.passOn(handover.partner(), successor, handover.reference().value(), WebhookType.HANDOVER_MESSAGE);
    }

    /** References of the cases that this partner has now, in their order. */
    public List<Reference> of(Partner partner) {
        return table.open(partner.id()).stream().map(Reference::new).toList();
    }

    /** Where the case is now. */
    public Optional<Handover> current(Reference reference) {
        return table.open(reference);
    }

    /** All cases that partners have now. */
    public List<String> references() {
        return table.open();
    }

    /** Names of the partners that have these cases now, by case; the town has the others. */
    public Map<Reference, String> holders(Collection<Reference> references) {
        return references.isEmpty()
                ? Map.of()
                : table.open(references.stream().map(Reference::value).toList()).stream()
                        .collect(Collectors.toMap(Handover::reference, Handover::partnerName));
    }

    /** The handover of this step, whatever became of it. */
    public Optional<Handover> ofStep(Reference reference, String step) {
        return table.ofStep(reference, step);
    }

    /** Accounts of those whose cases this partner has now, by the key that names the case. */
    public Map<PersonKey, Handover> owners(UUID partner, Collection<PersonKey> people) {
        var references = people.stream()
                .flatMap(person -> Optional.ofNullable(person.reference()).stream())
                .distinct()
                .toList();
        return references.isEmpty()
                ? Map.of()
                : table.open(partner, references).stream()
                        .collect(Collectors.toMap(
                                one -> new PersonKey(null, null, one.reference().value()), one -> one));
    }

    /** The partner awaits something from the resident, or nothing any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(Handover handover, @Nullable Awaited awaited) {
        table.await(handover.id(), awaited, false);
    }

    /** The resident sent what the partner awaited; it may ask again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(Handover handover) {
        table.await(handover.id(), null, true);
    }

    /** Whether the resident is to be written to of what is awaited: not twice a day in the same words. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayRemind(Handover handover, Awaited awaited) {
        return table.mail(handover.id(), awaited.label(), French.day(clock.instant()));
    }

    /** The partner did its part; it knows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(Handover handover, Opinion opinion) {
        table.end(handover.id(), State.DONE, opinion);
    }

    /** What partners thought of this case, the first first. */
    public List<Opinion> opinions(Reference reference) {
        return table.opinions(reference);
    }

    /** The case goes on without the partner, which is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Handover handover, State how) {
        tell(handover, WebhookType.HANDOVER_WITHDRAWN, views.withdrawn(handover, how));
        table.end(handover.id(), how, null);
    }

    /** The resident wrote; files go with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void message(Handover handover, String text, List<HandedFile> joined) {
        files.add(handover.id(), joined);
        tell(handover, WebhookType.HANDOVER_MESSAGE, views.message(handover, text, joined));
    }

    /** The resident sent documents. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addDocuments(Handover handover, List<HandedFile> added) {
        files.add(handover.id(), added);
        tell(handover, WebhookType.HANDOVER_DOCUMENT_ADDED, views.documentsAdded(handover, added));
    }

    private void tell(Handover handover, WebhookType type, Object data) {
        tell(partners.find(handover.partner()).orElseThrow(), handover.reference(), type, data);
    }

    private void tell(Partner partner, Reference reference, WebhookType type, Object data) {
        webhooks.tell(partner, reference.value(), type, data);
    }
}
