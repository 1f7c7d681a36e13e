package fr.parvis.identity.sessions;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody came in.
 *
 * @param methods what they showed; never empty
 * @param idToken proof of the session at an identity provider, to end it with this one; null without one
 */
public record Entry(Set<Method> methods, @Nullable String idToken) {

    public Entry {
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("nobody comes in without showing something");
        }
        methods = Set.copyOf(methods);
    }

    /** By what was shown here. */
    public static Entry by(Method... methods) {
        return new Entry(Set.of(methods), null);
    }

    /** Through an identity provider. */
    public static Entry through(Method provider, String idToken) {
        return new Entry(Set.of(provider), idToken);
    }
}
