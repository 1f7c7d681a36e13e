package fr.parvis.organisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was decided about a colleague's rights; kept three years after.
 *
 * @param by who decided; empty for the program itself
 * @param role the name of a {@link Membership.Function} or of an {@link Office}; empty when it is about none
 */
public record StaffEvent(
        Instant at, Optional<UUID> by, Kind kind, Optional<String> role, Optional<String> unit, String quality) {

    /** Stands for the town's own directory among those who decide; no account has this id. */
    public static final UUID DIRECTORY = new UUID(0, 1);

    /** What was decided. */
    public enum Kind {
        GIVEN,
        WITHDRAWN,
        /** They lost what they show beyond a password, and may install it anew. */
        FACTORS_RESET
    }
}
