package fr.parvis.identity.openid;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;

/** Calls a provider that is trusted with where it is called, as those of the State are. */
final class OpenLine extends DefaultResourceRetriever implements Line {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;

    OpenLine() {
        super(CONNECT_MILLIS, READ_MILLIS);
    }

    @Override
    public HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        return request.send();
    }
}
