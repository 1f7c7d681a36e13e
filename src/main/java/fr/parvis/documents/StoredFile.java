package fr.parvis.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * A file in the store.
 *
 * @param name the name the person gave it, cleaned for display
 * @param mediaType what its content is, whatever its name says
 * @param size in bytes, as stored (after metadata were removed)
 * @param sha256 of the content as stored, in hexadecimal
 */
public record StoredFile(UUID id, String name, String mediaType, long size, String sha256, Instant storedAt) {}
