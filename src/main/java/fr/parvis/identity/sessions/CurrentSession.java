package fr.parvis.identity.sessions;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The session of the device that asks, for who vouches for the person elsewhere.
 *
 * @param id names it without opening it
 * @param signedInAt when the person last showed who they are
 */
public record CurrentSession(UUID id, UUID account, Set<Method> methods, Instant signedInAt) {

    public CurrentSession {
        methods = Set.copyOf(methods);
    }
}
