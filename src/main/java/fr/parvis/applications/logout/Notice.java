package fr.parvis.applications.logout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Word of a session that ended, for one application.
 *
 * @param sid the session as the application knows it: for CAS, the ticket
 * @param service where a CAS service was entered; null for OpenID Connect
 * @param attempts failed so far
 */
record Notice(
        UUID id,
        UUID application,
        String sub,
        String sid,
        @Nullable String service,
        int attempts) {}
