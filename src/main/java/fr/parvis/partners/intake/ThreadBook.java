package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.Partner;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventReader;
import fr.parvis.partners.handover.HandedCases;
import fr.parvis.partners.handover.HandedCases.Happening;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Ledger.Entry;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.TrackedItem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the threads of a partner's cases out of the database, and into the ledger what moved in them. */
@Component
class ThreadBook {

    private final ForeignCases cases;
    private final EventTable events;
    private final Bookings bookings;
    private final Ledger ledger;
    private final HandedCases ours;
    private final Clock clock;

    ThreadBook(ForeignCases cases, EventTable events, Bookings bookings, Ledger ledger, HandedCases ours, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.bookings = bookings;
        this.ledger = ledger;
        this.ours = ours;
        this.clock = clock;
    }

    /**
     * The threads of these cases, by their keys.
     *
     * @param handedOver cases of ours among them, as the partner that has them now names them
     */
    Map<String, CaseThread> open(Partner partner, Collection<String> keys, Map<String, ForeignCase> handedOver) {
        Map<String, ForeignCase> known = new HashMap<>(handedOver);
        known.putAll(cases.find(partner.id(), keys));
        var reader = new EventReader(partner.source(), clock.instant());
        var waiting = events.waiting(partner.id(), keys, reader).stream()
                .collect(Collectors.groupingBy(one -> one.event().caseKey()));
        Map<String, CaseThread> threads = new HashMap<>();
        for (var key : keys) {
            threads.put(key, new CaseThread(key, known.get(key), waiting.getOrDefault(key, List.of())));
        }
        return threads;
    }

    /** Writes what moved. */
    void write(Partner partner, Collection<CaseThread> threads) {
        var moved = threads.stream().filter(CaseThread::moved).toList();
        int fresh =
                (int) moved.stream().filter(thread -> thread.known() == null).count();
        var writing = new Writing(
                partner, standings(moved), ledger.newReferences(fresh).iterator());
        moved.forEach(writing::add);
        cases.save(partner.id(), writing.cases);
        bookings.save(partner.id(), writing.bookings);
        ledger.openAll(writing.items);
        ledger.recordAll(writing.entries);
        writing.happenings.forEach((reference, happenings) -> ours.told(reference, partner, happenings));
    }

    private Map<Reference, Standing> standings(List<CaseThread> threads) {
        return ledger.standings(threads.stream()
                .flatMap(thread -> Optional.ofNullable(thread.known()).stream())
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
        private final List<Booked> bookings = new ArrayList<>();
        private final Map<Reference, List<Happening>> happenings =
                new TreeMap<>(Comparator.comparing(Reference::value));

        Writing(Partner partner, Map<Reference, Standing> standings, Iterator<Reference> references) {
            this.partner = partner;
            this.standings = standings;
            this.references = references;
        }

        void add(CaseThread thread) {
            var known = thread.known();
            if (known != null && known.handed()) {
                happenings.merge(
                        known.reference(),
                        Happenings.of(partner, thread),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
                cases.add(changed(thread, known.reference()));
            } else {
                addForeign(thread, known);
            }
        }

        private void addForeign(CaseThread thread, @Nullable ForeignCase known) {
            var reference = known == null ? references.next() : known.reference();
            thread.late().forEach(event -> entries.add(new Entry(reference, told(event), null)));
            var standing = standings.get(reference);
            for (var event : thread.ready()) {
                standing = Standings.after(standing, event);
                entries.add(new Entry(reference, told(event), known == null ? null : standing));
            }
            if (known == null) {
                items.add(item(thread, reference, Objects.requireNonNull(standing)));
            }
            var changed = changed(thread, reference);
            cases.add(changed);
            thread.ready().stream()
                    .filter(event -> Booked.tellsOfOne(event, known != null))
                    .reduce((first, second) -> second)
                    .ifPresent(event -> bookings.add(Booked.of(changed, event)));
        }

        private fr.parvis.tracking.TimelineEvent told(CaseEvent event) {
            return Standings.told(event, partner.name());
        }

        private TrackedItem item(CaseThread thread, Reference reference, Standing standing) {
            var first = thread.ready().getFirst();
            return new TrackedItem(
                    reference,
                    ForeignCases.KIND,
                    thread.owner(),
                    Objects.requireNonNull(first.data().title(), "what begins a case has a title"),
                    partner.name(),
                    standing,
                    first.at(),
                    thread.ready().getLast().at());
        }

        private ForeignCase changed(CaseThread thread, Reference reference) {
            var known = thread.known();
            var path = thread.ready().stream()
                    .flatMap(event -> Optional.ofNullable(event.data().path()).stream())
                    .reduce((first, second) -> second)
                    .orElse(known == null ? null : known.path());
            return new ForeignCase(
                    partner.id(),
                    thread.key(),
                    reference,
                    thread.owner(),
                    known == null ? thread.ready().getFirst().person().member() : known.member(),
                    thread.last(),
                    known != null && known.handed(),
                    path);
        }
    }
}
