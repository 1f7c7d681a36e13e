package fr.parvis.partners.contract;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose it is, in one of three ways.
 *
 * @param sub the person's name at this partner's, as OpenID Connect gave it
 * @param member the partner's own name of the person, proven when the accounts were linked
 * @param reference a request filed here that the partner goes on with
 */
public record PersonKey(
        @Nullable String sub,
        @Nullable String member,
        @Nullable String reference) {

    /** The name, in whichever way it was given. */
    public String name() {
        return Stream.of(member, sub, reference)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
    }

    boolean isOne() {
        return (sub == null ? 0 : 1) + (member == null ? 0 : 1) + (reference == null ? 0 : 1) == 1;
    }
}
