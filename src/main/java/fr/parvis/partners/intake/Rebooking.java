package fr.parvis.partners.intake;

import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventData.Booking;
import fr.parvis.partners.contract.EventType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events change of the appointments of a case, for one account that follows it. */
final class Rebooking {

    private final ForeignCase of;
    private final boolean known;
    private final Map<String, Booked> made = new LinkedHashMap<>();
    private final Set<String> cancelled = new TreeSet<>();
    private boolean anew;

    /**
     * An appointment, for the account that follows the case.
     *
     * @param name the partner's own name of it among those of the case; empty for the only one without
     * @param label what it is
     */
    record Booked(
            String key,
            String reference,
            UUID account,
            String name,
            String label,
            OffsetDateTime startsAt,
            @Nullable OffsetDateTime endsAt,
            @Nullable String place,
            Instant changedAt) {}

    private Rebooking(ForeignCase of, boolean known) {
        this.of = of;
        this.known = known;
    }

    /**
     * Empty when the events, in their order, say nothing of appointments.
     *
     * @param known whether the case may have some already
     */
    static Optional<Rebooking> of(ForeignCase of, boolean known, List<CaseEvent> events) {
        var telling = events.stream().filter(Rebooking::tells).toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        var rebooking = new Rebooking(of, known);
        telling.forEach(rebooking::hear);
        return Optional.of(rebooking);
    }

    /** The partner's name of the case. */
    String key() {
        return of.key();
    }

    /** Whether none of those before stands any more. */
    boolean isAnew() {
        return anew;
    }

    /** Those to keep, in place of those of the same name. */
    Collection<Booked> made() {
        return made.values();
    }

    /** The names of those that were given up. */
    Set<String> cancelled() {
        return cancelled;
    }

    private static boolean tells(CaseEvent event) {
        return event.data().booking() != null || endsThem(event);
    }

    /** Who gives a case up keeps no appointment; where a case stands, told whole, tells of those that stand. */
    private static boolean endsThem(CaseEvent event) {
        return event.type() == EventType.WITHDRAWN || event.type() == EventType.STATE;
    }

    private void hear(CaseEvent event) {
        if (endsThem(event)) {
            anew = known;
            made.clear();
            cancelled.clear();
        }
        var told = event.data().booking();
        if (told == null) {
            return;
        }
        var name = Objects.requireNonNullElse(told.id(), "");
        if (told.takesPlace()) {
            cancelled.remove(name);
            made.put(name, booked(name, told, event.at()));
        } else {
            made.remove(name);
            cancelled.add(name);
        }
    }

    private Booked booked(String name, Booking told, Instant at) {
        return new Booked(
                of.key(),
                of.reference().value(),
                of.owner(),
                name,
                told.label(),
                told.from(),
                told.to(),
                told.place(),
                at);
    }
}
