package fr.parvis.tracking;

import fr.parvis.kernel.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ledger. Writing joins the caller's transaction, so that what a resident reads is never behind what was done. */
@Service
public class Ledger {

    /** Done items beside what is open; the others are on pages of their own. */
    public static final int DONE_SHOWN = 20;

    /** Rows of a page of done items. */
    public static final int PAGE = 50;

    private final LedgerRepository repository;
    private final LedgerBatch batch;

    Ledger(LedgerRepository repository, LedgerBatch batch) {
        this.repository = repository;
        this.batch = batch;
    }

    /**
     * One of many things that happened.
     *
     * @param standing where the item stands after it; null when it changes nothing of that, having come late
     */
    public record Entry(
            Reference reference,
            TimelineEvent event,
            @Nullable Standing standing) {}

    /** Begins to follow something, with its first event. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(TrackedItem item, TimelineEvent event) {
        repository.insert(item);
        repository.append(item.reference(), event);
    }

    /** Adds an event and says where the item stands after it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Reference reference, TimelineEvent event, Standing standing) {
        repository.append(reference, event);
        repository.update(reference, standing, event.at());
    }

    /** Begins to follow many things; their first events are to be recorded too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openAll(List<TrackedItem> items) {
        batch.open(items);
    }

    /** Adds many events, in this order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Entry> entries) {
        batch.record(entries);
    }

    /** Another house goes on with these; what happened before stays told by those who did it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(Collection<Reference> references, String provider) {
        batch.passOn(references, provider);
    }

    /** Where each of these stands; those that are not in the ledger are left out. */
    public Map<Reference, Standing> standings(Collection<Reference> references) {
        return batch.standings(references);
    }

    /** As many references that nothing has yet. */
    public Set<Reference> newReferences(int number) {
        return batch.draw(number);
    }

    /** Takes out what its owner no longer wants to follow here, with all that happened to it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<Reference> references) {
        batch.delete(references);
    }

    /** What a person follows: everything open, then the most recent of what is done. */
    public List<TrackedItem> feed(UUID owner) {
        return repository.feed(owner);
    }

    /**
     * What is done, the most recent first: a page, and one more that tells whether there is a next one.
     *
     * @param page from 0
     */
    public List<TrackedItem> done(UUID owner, int page) {
        return repository.done(owner, page);
    }

    public Optional<TrackedItem> find(Reference reference) {
        return repository.find(reference);
    }

    /** What happened, oldest first. */
    public List<TimelineEvent> events(Reference reference) {
        return repository.events(reference);
    }
}
