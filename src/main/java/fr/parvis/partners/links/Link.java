package fr.parvis.partners.links;

import java.time.Instant;
import java.util.UUID;

/**
 * A person of a family, known to a partner.
 *
 * @param sub our name of the account at this partner's, the same for the whole family
 * @param member the partner's name of this person
 * @param label as the family calls them
 */
public record Link(
        UUID id,
        UUID partner,
        UUID account,
        String sub,
        String member,
        String label,
        Proof provenBy,
        Instant linkedAt) {

    /** The same at another partner, which knows the account by a name of its own. */
    Link passedOn(UUID successor, String own) {
        var name = member.equals(sub) ? own : member;
        return new Link(UUID.randomUUID(), successor, account, own, name, label, provenBy, linkedAt);
    }

    /** What showed that the person at the partner's is theirs. */
    public enum Proof {
        /** They signed in there with their account here. */
        SIGN_ON,
        /** They signed in with their account there, by OpenID Connect. */
        OPENID,
        /** They signed in with their account there, by CAS. */
        CAS,
        /** The partner knows this card number with this birth date. */
        CARD,
        /** The partner sent them a code. */
        CODE
    }
}
