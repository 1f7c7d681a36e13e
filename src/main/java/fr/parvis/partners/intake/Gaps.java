package fr.parvis.partners.intake;

import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.intake.EventTable.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on without events that never came, and says so; an event that nothing opened a case for is given up. */
@Component
class Gaps {

    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);

    /** For how long a missing event is awaited: networks and queues mix the order of minutes, not of hours. */
    static final Duration AWAITED = Duration.ofHours(1);

    /** A case that begins late, as after an outage of two days, finds its events still here. */
    static final Duration UNOPENED = Duration.ofDays(7);

    private final EventTable events;
    private final ThreadBook threadBook;
    private final Partners partners;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Gaps(EventTable events, ThreadBook threadBook, Partners partners, TransactionTemplate transaction, Clock clock) {
        this.events = events;
        this.threadBook = threadBook;
        this.partners = partners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A case in which events wait. */
    record Waiting(UUID partner, String key) {}

    /** Each for itself: what cannot go on in one case keeps no other waiting. */
    void close() {
        for (var gap : events.gaps(clock.instant().minus(AWAITED))) {
            try {
                transaction.executeWithoutResult(status -> close(gap));
            } catch (DataAccessException | IllegalStateException failure) {
                LOG.error("a gap in a case of partner {} does not close: {}", gap.partner(), failure.getClass());
            }
        }
        transaction.executeWithoutResult(
                status -> events.giveUpUnopened(clock.instant().minus(UNOPENED)));
    }

    /** Goes on in all cases of a partner that will send nothing more: what waits is shown. */
    void closeAll(Partner partner) {
        events.gaps(partner.id()).forEach(key -> close(new Waiting(partner.id(), key)));
    }

    private void close(Waiting gap) {
        var partner = partners.find(gap.partner()).orElseThrow();
        partners.hold(partner.id());
        var threads = threadBook.open(partner, List.of(gap.key()), Map.of()).values();
        threads.forEach(thread -> skip(thread, partner.id()));
        events.settle(partner.id(), threads);
        events.refuse(partner.id(), Push.misnamed(threads).toList());
        threadBook.write(partner, threads);
    }

    private void skip(CaseThread thread, UUID partner) {
        long expected = thread.last() + 1;
        thread.skip();
        if (thread.moved()) {
            events.refuse(partner, List.of(missing(thread.key(), expected)));
        }
    }

    private static Refusal missing(String key, long expected) {
        var fault = new Fault(
                "missing-event",
                "/sequence",
                "Le n° " + expected + " du dossier « " + key
                        + " » n’est pas arrivé : la suite est montrée sans lui. Dites où en est le dossier (case.state).");
        return new Refusal(null, fault, "");
    }
}
