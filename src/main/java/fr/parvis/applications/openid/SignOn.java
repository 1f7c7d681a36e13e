package fr.parvis.applications.openid;

import fr.parvis.applications.Claim;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person entering an application: from the code to the last token.
 *
 * @param session the session here that it follows
 * @param claims what the application learns by it
 * @param address where the person was sent back to
 * @param challenge of the code's verifier (RFC 7636, S256)
 * @param amr methods, separated by spaces
 * @param signedInAt when the person showed who they are
 * @param offline whether it goes on without the session
 */
record SignOn(
        UUID id,
        UUID application,
        UUID account,
        UUID session,
        Set<Claim> claims,
        String address,
        String challenge,
        @Nullable String nonce,
        String acr,
        String amr,
        Instant signedInAt,
        boolean offline) {

    SignOn {
        claims = Set.copyOf(claims);
    }
}
