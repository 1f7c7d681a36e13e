package fr.parvis.partners;

import java.util.UUID;

/**
 * A person undid a link; published inside the transaction that deletes it, so listeners delete with it.
 *
 * @param sub our name of the account at this partner's
 * @param member the partner's name of the person
 * @param last whether nobody of this account is linked there any more
 */
public record Unlinked(UUID partner, UUID account, String sub, String member, boolean last) {}
