package fr.parvis.partners.intake;

import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The appointment of a case, after an event.
 *
 * @param label what it is; null when the case has none any more
 */
record Booked(
        String key,
        String reference,
        UUID account,
        @Nullable String label,
        @Nullable OffsetDateTime startsAt,
        @Nullable OffsetDateTime endsAt,
        @Nullable String place,
        Instant changedAt) {

    /**
     * Whether an event changes the appointment: it makes one, or gives the case up, or says anew where the case stands.
     *
     * @param known whether the case may have one already
     */
    static boolean tellsOfOne(CaseEvent event, boolean known) {
        return event.data().booking() != null
                || (known && (event.type() == EventType.WITHDRAWN || event.type() == EventType.STATE));
    }

    static Booked of(ForeignCase of, CaseEvent event) {
        var told = event.data().booking();
        return new Booked(
                of.key(),
                of.reference().value(),
                of.owner(),
                told == null ? null : told.label(),
                told == null ? null : told.from(),
                told == null ? null : told.to(),
                told == null ? null : told.place(),
                event.at());
    }
}
