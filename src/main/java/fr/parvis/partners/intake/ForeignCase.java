package fr.parvis.partners.intake;

import fr.parvis.kernel.Reference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that a partner handles, as one account follows it. Two parents of a child follow the same case, each under a
 * reference of their own: neither can tell from theirs that there is another.
 *
 * @param key the partner's name of it
 * @param reference ours
 * @param member whose it is, as the partner names a person of the family; null when it named the account
 * @param sequence of the last event that was applied
 * @param handed whether it is a case of ours, which the partner goes on with
 * @param path where the resident goes on at the partner's; null when it gave none
 */
public record ForeignCase(
        UUID partner,
        String key,
        Reference reference,
        UUID owner,
        @Nullable String member,
        long sequence,
        boolean handed,
        @Nullable String path) {}
