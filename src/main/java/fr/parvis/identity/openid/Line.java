package fr.parvis.identity.openid;

import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;

/** How the town calls a provider: fetches its documents, and sends to the endpoints that these name. */
public interface Line extends ResourceRetriever {

    /**
     * What an endpoint answers, whatever its status; redirects are not followed.
     *
     * @throws IOException when nothing came
     */
    HTTPResponse send(HTTPRequest request) throws IOException;
}
