package fr.parvis.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as the resident reads it on the thread; never changed nor removed.
 *
 * @param actor who did it, as shown to the resident ("Service Stationnement, Nadia B."); null for the resident
 */
public record TimelineEvent(
        Instant at,
        String label,
        @Nullable String detail,
        @Nullable String actor) {}
