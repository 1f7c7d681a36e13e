package fr.parvis.identity.passkeys;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key that a person's device holds.
 *
 * @param id names it in forms; not the key's own
 * @param backedUp whether the device's maker keeps a copy, for the person's other devices
 */
public record Passkey(UUID id, String name, boolean backedUp, Instant addedAt, Optional<Instant> lastUsedAt) {}
