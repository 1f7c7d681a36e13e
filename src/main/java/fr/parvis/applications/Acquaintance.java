package fr.parvis.applications;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an application knows of a person.
 *
 * @param sub the person's name there, and nowhere else
 * @param claims what the person agreed to; empty once taken back
 * @param agreedAt null while nothing is agreed
 * @param lastSeenAt the last sign-in there; null before the first
 */
public record Acquaintance(
        UUID application,
        UUID account,
        String sub,
        Set<Claim> claims,
        @Nullable Instant agreedAt,
        @Nullable Instant lastSeenAt) {

    public Acquaintance {
        claims = Set.copyOf(claims);
    }

    /** Whether the person agreed to all of this. */
    public boolean covers(Set<Claim> asked) {
        return agreedAt != null && claims.containsAll(asked);
    }
}
