package fr.parvis.identity.openid;

import java.net.URI;
import java.util.Optional;

/** A way in through an identity provider. */
public interface Door {

    /** The origin that forms of the portal may lead to, for the content policy. */
    Optional<String> origin();

    /**
     * Where to send a browser signed out here, to be signed out there; nowhere when it did not come from there.
     *
     * @param state comes back with the browser
     */
    Optional<URI> endOfSession(String idToken, String state);
}
