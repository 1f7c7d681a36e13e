package fr.parvis.identity.sessions;

import java.util.EnumSet;
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

    /** Whether two factors of different kinds were shown. */
    public boolean isStrong() {
        return methods.contains(Method.SEVERAL_FACTORS);
    }

    /** The same entry, once more was shown; two factors by now. */
    public Entry and(Method second) {
        var all = EnumSet.of(second, Method.SEVERAL_FACTORS);
        all.addAll(methods);
        return new Entry(all, idToken);
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
