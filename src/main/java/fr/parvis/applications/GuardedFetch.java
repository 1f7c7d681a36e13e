package fr.parvis.applications;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Fetches what a vendor publishes, without letting a vendor's address reach into the town's network: no private
 * address, no redirect, a few seconds, a small answer. What a name resolves to is held by the JVM for thirty seconds, so
 * the connection goes where was looked.
 */
@Component
public class GuardedFetch implements ResourceRetriever {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LARGEST = 100_000;

    private final boolean local;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A portal that itself runs on this computer, as the demo does, may fetch from this computer. */
    public GuardedFetch(Settings settings) {
        this.local = WebAddress.isLocal(settings.baseUrl());
    }

    /** @throws IOException saying in French why nothing came */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        refusePrivate(url.getHost());
        var request = HttpRequest.newBuilder(URI.create(url.toString()))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("l’adresse répond HTTP " + answer.statusCode());
                }
                var content = body.readNBytes(LARGEST + 1);
                if (content.length > LARGEST) {
                    throw new IOException("la réponse est trop longue");
                }
                return new Resource(new String(content, StandardCharsets.UTF_8), "application/json");
            }
        } catch (java.net.http.HttpTimeoutException | java.net.ConnectException unreachable) {
            throw new IOException("l’adresse ne répond pas", unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("l’arrêt du programme a interrompu la lecture", stopping);
        }
    }

    /**
     * Refuses a site that is not a public one.
     *
     * @throws IOException saying so in French
     */
    public void refusePrivate(String host) throws IOException {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (isPrivate(address) && !(local && address.isLoopbackAddress())) {
                    throw new IOException("l’adresse mène à un réseau privé");
                }
            }
        } catch (java.net.UnknownHostException unknown) {
            throw new IOException("ce nom de site n’existe pas", unknown);
        }
    }

    static boolean isPrivate(InetAddress address) {
        var bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc; // RFC 4193
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
        return uniqueLocal
                || carrier
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
