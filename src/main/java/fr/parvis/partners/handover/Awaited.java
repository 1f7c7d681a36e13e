package fr.parvis.partners.handover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a partner awaits from a resident.
 *
 * @param label what the resident reads: "Envoyez une photo"
 * @param document whether it is a file
 * @param before the last day for it, when there is one
 */
public record Awaited(
        String label, boolean document, @Nullable LocalDate before) {}
