package fr.parvis.partners.feeds.sftp;

/**
 * What a client showed when it came; looked up anew for each file, so that a key taken back no longer counts.
 *
 * @param slug the user name that it gave
 * @param fingerprint of the key that it proved to hold
 */
record Proof(String slug, String fingerprint) {}
