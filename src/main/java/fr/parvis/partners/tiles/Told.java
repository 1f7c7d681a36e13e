package fr.parvis.partners.tiles;

import fr.parvis.partners.contract.EventData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of what partners told of a person, or of what links them. */
sealed interface Told {

    /** By which partner. */
    Service service();

    /** A partner, as residents know it. */
    record Service(String slug, String name) {}

    /** Somebody of the family is known there. */
    record Linked(Service service, String label, String member) implements Told {}

    /** Facts about somebody. */
    record Facts(Service service, String member, List<EventData.Fact> lines, Instant at) implements Told {

        public Facts {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An appointment.
     *
     * @param name the partner's own name of it; empty for none
     */
    record Booking(
            Service service,
            String reference,
            String name,
            String label,
            Instant from,
            @Nullable Instant to,
            @Nullable String place,
            Instant at)
            implements Told {}
}
