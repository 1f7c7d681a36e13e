package fr.parvis.applications;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Fetches what a vendor publishes, without letting a vendor's address reach into the town's network: no private
 * address, no redirect, a few seconds, a small answer.
 */
@Component
public class GuardedFetch implements ResourceRetriever {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 100_000;

    private final GuardedClient client;

    /** A portal that itself runs on this computer, as the demo does, may fetch from this computer. */
    public GuardedFetch(Settings settings) {
        this.client = new GuardedClient(settings, PATIENCE, LARGEST);
    }

    /** @throws IOException saying in French why nothing came */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        var request = new HttpGet(URI.create(url.toString()));
        request.setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        var answer = client.send(request);
        if (answer.status() != 200) {
            throw new IOException("l’adresse répond HTTP " + answer.status());
        }
        return new Resource(answer.body(), MediaType.APPLICATION_JSON_VALUE);
    }
}
