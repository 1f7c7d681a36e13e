package fr.parvis.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that failed at least once, as the administrator sees it: never its content.
 *
 * @param error what the mail server or the connection said
 * @param nextAttempt null once given up
 */
public record UndeliveredEmail(
        UUID id,
        String to,
        String subject,
        EmailState state,
        int attempts,
        String error,
        Instant createdAt,
        @Nullable Instant nextAttempt) {}
