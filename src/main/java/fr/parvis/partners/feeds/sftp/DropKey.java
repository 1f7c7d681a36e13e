package fr.parvis.partners.feeds.sftp;

import java.time.Instant;

/**
 * A public key with which a partner drops files.
 *
 * @param fingerprint as {@code ssh-keygen -l} shows it
 * @param kind as SSH names it: {@code ssh-ed25519}
 * @param comment what stood after the key, often whose it is
 */
public record DropKey(String fingerprint, String kind, String comment, Instant addedAt) {}
