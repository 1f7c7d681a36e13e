package fr.parvis.partners.console;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on a partner's program.
 *
 * @param account null until they accepted
 */
public record Engineer(
        UUID id, UUID partner, String email, @Nullable UUID account) {}
