package fr.parvis.identity;

import java.util.UUID;

/**
 * A person deleted their account; published inside the transaction that deletes it, so listeners delete with it.
 *
 * @param email where they could be reached until now
 */
public record AccountClosed(UUID account, String email) {}
