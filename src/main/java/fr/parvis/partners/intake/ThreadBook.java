package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.handover.HandedCases;
import fr.parvis.partners.handover.HandedCases.Happening;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Ledger.Entry;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.TrackedItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings the threads of a partner's cases out of the database, and into the ledger what moved in them. */
@Component
class ThreadBook {

    private final ForeignCases cases;
    private final EventTable events;
    private final Bookings bookings;
    private final Ledger ledger;
    private final HandedCases ours;

    ThreadBook(ForeignCases cases, EventTable events, Bookings bookings, Ledger ledger, HandedCases ours) {
        this.cases = cases;
        this.events = events;
        this.bookings = bookings;
        this.ledger = ledger;
        this.ours = ours;
    }

    /**
     * The threads of these cases, by their keys.
     *
     * @param handedOver cases of ours among them, as the partner that has them now names them
     */
    Map<String, CaseThread> open(Partner partner, Collection<String> keys, Map<String, ForeignCase> handedOver) {
        Map<String, List<ForeignCase>> known = new HashMap<>();
        handedOver.forEach((key, one) -> known.put(key, List.of(one)));
        known.putAll(cases.find(partner.id(), keys));
        var waiting = events.waiting(partner.id(), keys).stream()
                .collect(Collectors.groupingBy(one -> one.event().caseKey()));
        Map<String, CaseThread> threads = new HashMap<>();
        for (var key : keys) {
            threads.put(
                    key, new CaseThread(key, known.getOrDefault(key, List.of()), waiting.getOrDefault(key, List.of())));
        }
        return threads;
    }

    /** Writes what moved. */
    void write(Partner partner, Collection<CaseThread> threads) {
        var moved = threads.stream().filter(CaseThread::moved).toList();
        int fresh = moved.stream()
                .mapToInt(thread -> thread.owners().size() - thread.known().size())
                .sum();
        var writing = new Writing(
                partner, standings(moved), ledger.newReferences(fresh).iterator());
        moved.forEach(writing::add);
        threads.forEach(writing::awaitFirst);
        cases.save(partner.id(), writing.cases);
        bookings.save(partner.id(), writing.bookings);
        ledger.openAll(writing.items);
        ledger.recordAll(writing.entries);
        writing.happenings.forEach((reference, happenings) -> ours.told(reference, partner, happenings));
    }

    private Map<Reference, Standing> standings(List<CaseThread> threads) {
        return ledger.standings(threads.stream()
                .flatMap(thread -> thread.known().stream())
                .map(ForeignCase::reference)
                .toList());
    }

    /** Rows being gathered. */
    private static final class Writing {

        private final Partner partner;
        private final Map<Reference, Standing> standings;
        private final Iterator<Reference> references;
        private final List<ForeignCase> cases = new ArrayList<>();
        private final List<TrackedItem> items = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Rebooking> bookings = new ArrayList<>();
        private final Map<Reference, List<Happening>> happenings =
                new TreeMap<>(Comparator.comparing(Reference::value));

        Writing(Partner partner, Map<Reference, Standing> standings, Iterator<Reference> references) {
            this.partner = partner;
            this.standings = standings;
            this.references = references;
        }

        void add(CaseThread thread) {
            var handed = thread.handed();
            if (handed != null) {
                happenings.merge(
                        handed.reference(),
                        Happenings.of(partner, thread),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
                cases.add(changed(thread, handed.owner(), handed.reference()));
            } else {
                thread.owners().forEach(owner -> addForeign(thread, owner));
            }
        }

        /** Keeps a case of ours whose first event is missing, so that the gap before what waits is seen. */
        void awaitFirst(CaseThread thread) {
            var handed = thread.handed();
            if (handed != null && thread.awaitsFirst()) {
                cases.add(handed);
            }
        }

        /** As one of those who follow it sees it. */
        private void addForeign(CaseThread thread, UUID owner) {
            var known = thread.known(owner);
            var reference = known == null ? references.next() : known.reference();
            thread.late().forEach(event -> entries.add(new Entry(reference, told(event), null)));
            var ready = thread.ready(owner);
            var standing = standings.get(reference);
            for (var event : ready) {
                standing = Standings.after(standing, event);
                entries.add(new Entry(reference, told(event), known == null ? null : standing));
            }
            if (known == null) {
                items.add(item(ready, owner, reference, Objects.requireNonNull(standing)));
            }
            var changed = changed(thread, owner, reference);
            cases.add(changed);
            Rebooking.of(changed, known != null, ready).ifPresent(bookings::add);
        }

        private fr.parvis.tracking.TimelineEvent told(CaseEvent event) {
            return Standings.told(event, partner.name());
        }

        private TrackedItem item(List<CaseEvent> ready, UUID owner, Reference reference, Standing standing) {
            var first = ready.getFirst();
            return new TrackedItem(
                    reference,
                    ForeignCases.KIND,
                    owner,
                    Objects.requireNonNull(first.data().title(), "what begins a case has a title"),
                    partner.name(),
                    standing,
                    first.at(),
                    ready.getLast().at());
        }

        private ForeignCase changed(CaseThread thread, UUID owner, Reference reference) {
            return new ForeignCase(
                    partner.id(),
                    thread.key(),
                    reference,
                    owner,
                    thread.member(),
                    thread.last(),
                    thread.handed() != null,
                    thread.path());
        }
    }
}
