package fr.parvis.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as its recipient reads it, for the demo's mailbox.
 *
 * @param html a whole HTML document with inline styles
 */
public record SentEmail(
        UUID id, String to, String subject, EmailState state, Instant createdAt, String text, String html) {}
