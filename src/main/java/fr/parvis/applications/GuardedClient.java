package fr.parvis.applications;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls servers of vendors and partners: at a public address, the one that was checked; never where it redirects; for so
 * long in all, whatever drips out of it; reading so much and no more.
 */
public final class GuardedClient {

    private static final int OF_ONE_SITE = 20;
    private static final int CONNECTIONS = 200;
    private static final ScheduledExecutorService ALARMS = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("guarded-calls").factory());

    private final Duration patience;
    private final int largest;
    private final CloseableHttpClient http;

    /** A portal that itself runs on this computer, as the demo does, may call this computer. */
    public GuardedClient(Settings settings, Duration patience, int largest) {
        this.patience = patience;
        this.largest = largest;
        this.http = http(WebAddress.isLocal(settings.baseUrl()), patience, OF_ONE_SITE, CONNECTIONS);
    }

    /** What a server answered. */
    public record Answer(int status, HttpHeaders headers, String body) {}

    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Connections to public addresses, without redirects, repetitions, cookies or compression. */
    public static CloseableHttpClient http(boolean local, Duration patience, int ofOneSite, int inAll) {
        var timeout = Timeout.of(patience);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(local))
                        .setMaxConnPerRoute(ofOneSite)
                        .setMaxConnTotal(inAll)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setTimeToLive(TimeValue.ofMinutes(1))
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout)
                        .setConnectionRequestTimeout(timeout)
                        .build())
                .setUserAgent("Parvis")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    /**
     * What a server answers, whatever its status.
     *
     * @throws IOException saying in French why nothing came
     */
    public Answer send(HttpUriRequestBase request) throws IOException {
        var late = new AtomicBoolean();
        Runnable leave = () -> {
            late.set(true);
            request.cancel();
        };
        var alarm = ALARMS.schedule(leave, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return call(request);
        } catch (IOException failure) {
            throw new IOException(
                    late.get()
                            ? "l’adresse ne répond pas en " + French.count(patience.toSeconds(), "seconde", "secondes")
                            : reason(failure),
                    failure);
        } finally {
            alarm.cancel(false);
        }
    }

    private Answer call(HttpUriRequestBase request) throws IOException {
        var response = http.executeOpen(null, request, null);
        try {
            var entity = response.getEntity();
            var content = entity == null ? new byte[0] : entity.getContent().readNBytes(largest + 1);
            if (content.length > largest) {
                throw new TooLongException();
            }
            return new Answer(response.getCode(), headers(response), new String(content, StandardCharsets.UTF_8));
        } finally {
            // where more may still come, closing would first read all of it
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static HttpHeaders headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (var header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                    .add(Objects.requireNonNullElse(header.getValue(), ""));
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case PublicAddresses.PrivateAddressException ignored -> "l’adresse mène à un réseau privé";
            case UnknownHostException ignored -> "ce nom de site n’existe pas";
            case SSLException ignored -> "le certificat du site n’est pas accepté";
            case TooLongException ignored -> "la réponse fait plus de " + French.size(largest);
            case ConnectException ignored -> "l’adresse ne répond pas";
            case NoHttpResponseException ignored -> "l’adresse ne répond pas";
            case java.io.InterruptedIOException ignored -> "l’adresse ne répond pas";
            default -> "la réponse est coupée";
        };
    }
}
