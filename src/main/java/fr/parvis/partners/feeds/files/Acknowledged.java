package fr.parvis.partners.feeds.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was read.
 *
 * @param bytes the length of its acknowledgement
 */
public record Acknowledged(UUID file, String name, long bytes, Instant readAt) {}
