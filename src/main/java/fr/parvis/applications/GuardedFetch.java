package fr.parvis.applications;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

    /** Networks that lead elsewhere than to the public internet, beyond those that Java tells itself (RFC 6890). */
    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "198.18.0.0/15",
                    "240.0.0.0/4",
                    "fc00::/7",
                    "64:ff9b:1::/48",
                    "2001::/32", // Teredo
                    "2002::/16", // 6to4
                    "::ffff:0:0:0/96") // translated by a network of its own (RFC 2765)
            .map(Network::of)
            .toList();

    /** IPv4 addresses written as IPv6 ones: compatible (RFC 4291, 2.5.5.1) and translated (RFC 6052). */
    private static final List<Network> EMBEDDING =
            Stream.of("::/96", "64:ff9b::/96").map(Network::of).toList();

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
     * Lets nobody call a host inside the town's network.
     *
     * @throws IOException saying in French why this host may not be called
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

    /** Whether it is not one of the public internet, in whatever way it is written. */
    public static boolean isPrivate(InetAddress address) {
        return SPECIAL.stream().anyMatch(network -> network.contains(address))
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (EMBEDDING.stream().anyMatch(network -> network.contains(address)) && isPrivate(embedded(address)));
    }

    private static InetAddress embedded(InetAddress address) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
