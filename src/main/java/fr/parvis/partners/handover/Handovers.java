package fr.parvis.partners.handover;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.contract.PersonKey;
import fr.parvis.partners.handover.Handover.State;
import fr.parvis.partners.webhooks.WebhookType;
import fr.parvis.partners.webhooks.Webhooks;
import java.time.LocalDate;
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
    private final Webhooks webhooks;

    Handovers(HandoverTable table, HandedFiles files, HandedCaseView views, Partners partners, Webhooks webhooks) {
        this.table = table;
        this.files = files;
        this.views = views;
        this.partners = partners;
        this.webhooks = webhooks;
    }

    /** Hands a case over; nobody when there is no such partner, or it is suspended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Partner> open(Opening opening) {
        var found = partners.bySlug(opening.partner()).filter(partner -> !partner.suspended());
        found.ifPresent(partner -> {
            var id = UUID.randomUUID();
            table.insert(id, partner.id(), opening, HandedCaseView.write(opening.shared()));
            files.add(id, opening.files());
            tell(partner, opening.reference(), WebhookType.HANDOVER_OPENED, views.opened(opening));
        });
        return found;
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
    public void await(Reference reference, @Nullable String todo, @Nullable LocalDate before) {
        table.await(reference, todo, before);
    }

    /** The partner did its part; it knows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(Handover handover) {
        table.end(handover.id(), State.DONE);
    }

    /** The case goes on without the partner, which is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Handover handover, State how) {
        tell(handover, WebhookType.HANDOVER_WITHDRAWN, views.withdrawn(handover, how));
        table.end(handover.id(), how);
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
