package fr.parvis.identity.sessions;

import java.time.Instant;
import java.util.UUID;

/**
 * A device somebody is signed in on, as shown to them.
 *
 * @param id names it in forms; it opens nothing
 * @param current whether it is the device that asks
 */
public record OpenSession(UUID id, String device, Instant createdAt, Instant lastSeenAt, boolean current) {}
