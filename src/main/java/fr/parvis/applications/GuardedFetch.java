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
import java.util.Arrays;
import java.util.stream.IntStream;
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
        var bytes = address.getAddress();
        return switch (address) {
            case Inet6Address ignored when embedsIpv4(bytes) -> isPrivateIpv4(Arrays.copyOfRange(bytes, 12, 16));
            case Inet6Address ignored when (bytes[0] & 0xfe) == 0xfc -> true; // RFC 4193
            case InetAddress ignored when bytes.length == 4 -> isPrivateIpv4(bytes);
            default -> isSpecial(address);
        };
    }

    /** IPv4 addresses written as IPv6 ones: compatible (RFC 4291, 2.5.5.1) and translated (RFC 6052). */
    private static boolean embedsIpv4(byte[] bytes) {
        boolean translated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        return IntStream.range(translated ? 4 : 0, 12).allMatch(i -> bytes[i] == 0);
    }

    private static boolean isPrivateIpv4(byte[] bytes) {
        try {
            int first = bytes[0] & 0xff;
            boolean carrier = first == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
            return first == 0 || first >= 240 || carrier || isSpecial(InetAddress.getByAddress(bytes));
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private static boolean isSpecial(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
