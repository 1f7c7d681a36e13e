package fr.parvis.notifications;

import java.time.Instant;
import java.util.UUID;

/** A message in the queue, with how many times its delivery failed so far. */
record QueuedEmail(UUID id, Email email, EmailState state, int attempts, Instant createdAt) {}
