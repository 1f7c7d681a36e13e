package fr.parvis.partners.console.conformance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run in which a partner's program is checked.
 *
 * @param endedAt null while it goes on
 * @param types codes of the types of events that the program says it sends
 * @param hinderedAt when we pretended to be out of order; null until then
 * @param hinderedEvent the event that was turned away then and must come again
 */
public record Run(
        UUID id,
        UUID partner,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<String> types,
        @Nullable Instant hinderedAt,
        @Nullable String hinderedEvent) {

    public Run {
        types = List.copyOf(types);
    }

    public boolean underWay() {
        return endedAt == null;
    }

    /** The end of what it looks at. */
    Instant until(Instant now) {
        return endedAt == null ? now : endedAt;
    }
}
