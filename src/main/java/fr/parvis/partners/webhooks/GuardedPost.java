package fr.parvis.partners.webhooks;

import fr.parvis.applications.GuardedClient;
import fr.parvis.applications.PublicAddresses;
import fr.parvis.applications.WebAddress;
import fr.parvis.kernel.Settings;
import fr.parvis.partners.signing.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends an event to a partner's server: to a public address, the one that was checked; never where it redirects; for ten
 * seconds at most, whatever drips out of it; reading a little of what it answers.
 */
@Component
public class GuardedPost implements AutoCloseable {

    /** How long a partner's server may take to answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ContentType EVENT = ContentType.create("application/cloudevents+json");
    private static final int LITTLE = 300;
    private static final int CONNECTIONS = 1_000;

    private final boolean local;
    private final Duration patience;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-alarms").factory());

    /** A portal that itself runs on this computer, as the demo does, may tell partners on this computer. */
    @Autowired
    GuardedPost(Settings settings) {
        this(WebAddress.isLocal(settings.baseUrl()), PATIENCE);
    }

    GuardedPost(boolean local, Duration patience) {
        this.local = local;
        this.patience = patience;
        this.http = GuardedClient.http(local, patience, Lane.AT_ONCE, CONNECTIONS);
    }

    /**
     * What came of it.
     *
     * @param status null when nothing was answered
     * @param error why it was not taken, in plain French; null when it was
     */
    public record Answer(@Nullable Integer status, @Nullable String error) {

        boolean isTaken() {
            return error == null;
        }
    }

    Answer post(URI address, byte[] body, Signature signature) {
        if (WebAddress.fault(address.toString()) != null || (WebAddress.isLocal(address) && !local)) {
            return new Answer(null, "L’adresse n’est pas celle d’un site public en https.");
        }
        var request = new HttpPost(address);
        request.setHeader(Signature.ID, signature.id());
        request.setHeader(Signature.TIMESTAMP, signature.timestamp());
        request.setHeader(Signature.VALUE, signature.value());
        request.setEntity(new ByteArrayEntity(body, EVENT));
        var alarm = alarms.schedule(request::cancel, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var response = http.executeOpen(null, request, null);
            var answer = answer(response);
            leave(request, response);
            return answer;
        } catch (IOException failure) {
            return new Answer(null, request.isCancelled() ? late() : reason(failure));
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        alarms.shutdownNow();
        http.close();
    }

    private static Answer answer(ClassicHttpResponse response) {
        int status = response.getCode();
        if (status / 100 == 2) {
            return new Answer(status, null);
        }
        var said = said(response);
        var meaning = status / 100 == 3 ? " : une redirection n’est jamais suivie" : "";
        return new Answer(status, "HTTP " + status + meaning + (said.isEmpty() ? "." : " : " + said));
    }

    private static String said(ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return "";
        }
        try {
            var text = new String(response.getEntity().getContent().readNBytes(LITTLE), StandardCharsets.UTF_8);
            return text.replaceAll("\\p{Cntrl}+", " ").strip();
        } catch (IOException cut) {
            return "";
        }
    }

    /** Cuts the connection where a body may still come: closing would first read all of it. */
    private static void leave(HttpPost request, ClassicHttpResponse response) {
        if (response.getEntity() != null) {
            request.cancel();
        }
        Closer.closeQuietly(response);
    }

    private String late() {
        return "Pas de réponse en " + patience.toSeconds() + " secondes.";
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case PublicAddresses.PrivateAddressException ignored -> "L’adresse mène à un réseau privé.";
            case UnknownHostException ignored -> "Ce nom de site n’existe pas.";
            case SSLException ignored -> "Le certificat du site n’est pas accepté.";
            case java.io.InterruptedIOException ignored -> late();
            default -> "L’adresse ne répond pas.";
        };
    }
}
