package fr.parvis.organisation;

import java.util.UUID;

/**
 * A person lost a place or an office; published inside the transaction that withdraws it.
 *
 * @param gone whether they work for the town no longer
 */
public record Dismissed(UUID account, boolean gone) {}
