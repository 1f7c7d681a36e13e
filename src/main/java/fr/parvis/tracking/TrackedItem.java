package fr.parvis.tracking;

import fr.parvis.kernel.Reference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a resident follows: a request, later a report, a letter, an invoice, another vendor's case.
 *
 * @param kind which module's page shows it ("case")
 * @param title what it is, in the resident's words
 * @param provider the service of another house that handles it, as residents know it; null when the town does
 */
public record TrackedItem(
        Reference reference,
        String kind,
        UUID owner,
        String title,
        @Nullable String provider,
        Standing standing,
        Instant openedAt,
        Instant changedAt) {}
