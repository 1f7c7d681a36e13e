package fr.parvis.demo.vendors.html;

/** Something that a house shows beside its page. */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record Sheet(String mediaType, byte[] content) {}
