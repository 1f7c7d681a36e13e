package fr.parvis.identity;

import java.util.UUID;

/** A device was signed out, by its person or for them; published inside the transaction that does it. */
public record SessionEnded(UUID session, UUID account) {}
