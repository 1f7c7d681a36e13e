package fr.parvis.demo.vendors;

import java.net.URI;

/**
 * What the town handed over to a vendor.
 *
 * @param town where Parvis is
 * @param key signs messages both ways
 * @param source of the vendor's events
 */
@SuppressWarnings("ArrayRecordComponent") // used, never compared
public record Connection(URI town, String clientId, String secret, byte[] key, String source) {

    @Override
    public String toString() {
        return "Connection of " + clientId + " to " + town;
    }
}
