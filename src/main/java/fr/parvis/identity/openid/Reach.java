package fr.parvis.identity.openid;

import java.io.IOException;
import java.net.URI;

/** Which addresses the town may call, when a provider says itself where it is called. */
@FunctionalInterface
public interface Reach {

    /**
     * Whether this address may be called.
     *
     * @throws IOException saying why it may not
     */
    void check(URI address) throws IOException;
}
