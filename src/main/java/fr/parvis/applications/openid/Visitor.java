package fr.parvis.applications.openid;

import fr.parvis.identity.sessions.CurrentSession;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request brings.
 *
 * @param session of their device; null when nobody is signed in on it
 * @param since our mark on this request, verified: they were asked to sign in again then; null when they were not
 */
record Visitor(@Nullable CurrentSession session, @Nullable Instant since) {

    /** Whether they signed in again since we asked. */
    boolean signedInAgain() {
        return session != null
                && since != null
                && !session.signedInAt().truncatedTo(ChronoUnit.SECONDS).isBefore(since);
    }
}
