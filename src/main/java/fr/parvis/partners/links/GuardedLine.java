package fr.parvis.partners.links;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import fr.parvis.applications.GuardedClient;
import fr.parvis.applications.GuardedFetch;
import fr.parvis.identity.openid.Line;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;

/** Calls a partner's provider, which says itself where it is called: at public addresses, and little is read. */
@Component
class GuardedLine implements Line {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 100_000;

    private final GuardedFetch documents;
    private final GuardedClient endpoints;

    GuardedLine(GuardedFetch documents, Settings settings) {
        this.documents = documents;
        this.endpoints = new GuardedClient(settings, PATIENCE, LARGEST);
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return documents.retrieveResource(url);
    }

    @Override
    public HTTPResponse send(HTTPRequest request) throws IOException {
        var sent = new HttpUriRequestBase(request.getMethod().name(), request.getURI());
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> sent.addHeader(name, value)));
        if (request.getBody() != null) {
            sent.setEntity(new ByteArrayEntity(request.getBody().getBytes(StandardCharsets.UTF_8), null));
        }
        var answer = endpoints.send(sent);
        var received = new HTTPResponse(answer.status());
        answer.headers().map().forEach((name, values) -> received.setHeader(name, values.toArray(String[]::new)));
        received.setBody(answer.body());
        return received;
    }
}
