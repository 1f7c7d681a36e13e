package fr.parvis.partners;

import java.util.UUID;

/**
 * A person linked somebody of their family to a partner; published inside the transaction that keeps it.
 *
 * @param sub our name of the account at this partner's
 * @param member the partner's name of the person
 */
public record Linked(UUID partner, UUID account, String sub, String member) {}
