package fr.parvis.demo.vendors;

/**
 * A message that somebody posted to a vendor.
 *
 * @param id of the header {@code webhook-id}; empty when it is missing, like the two others
 * @param signatures one or more, separated by spaces
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record Message(String id, String timestamp, String signatures, byte[] body) {}
