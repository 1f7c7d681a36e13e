package fr.parvis.partners.feeds.polling;

import fr.parvis.applications.GuardedFetch;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Fetches a page of a partner's list: from a public address, without following it elsewhere, for half a minute at most,
 * five megabytes at most.
 */
@Component
class ListFetch {

    private static final Duration CONNECTION = Duration.ofSeconds(5);
    private static final int LARGEST = 5_000_000;

    private final GuardedFetch guard;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTION)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Autowired
    ListFetch(GuardedFetch guard) {
        this(guard, Duration.ofSeconds(30));
    }

    /** With less patience, for tests of partners that never answer. */
    ListFetch(GuardedFetch guard, Duration patience) {
        this.guard = guard;
        this.patience = patience;
    }

    /** @throws IOException saying in French why nothing came */
    HttpResponse<byte[]> fetch(Poll poll, Progress progress, String secret, URI address) throws IOException {
        guard.refusePrivate(Objects.requireNonNullElse(address.getHost(), ""));
        var request = HttpRequest.newBuilder(address).timeout(patience).header(HttpHeaders.ACCEPT, "application/json");
        prove(request, poll, secret);
        if (progress.etag() != null) {
            request.header(HttpHeaders.IF_NONE_MATCH, progress.etag());
        }
        if (progress.lastModified() != null) {
            request.header(HttpHeaders.IF_MODIFIED_SINCE, progress.lastModified());
        }
        var answer = send(request.build());
        int status = answer.statusCode();
        if (status != 200 && status != 304) {
            throw new IOException(
                    status / 100 == 3
                            ? "l’adresse renvoie ailleurs (HTTP " + status + ") : écrivez l’adresse d’arrivée"
                            : "l’adresse répond HTTP " + status);
        }
        return answer;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        var sending = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return sending.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            sending.cancel(true);
            throw new IOException("l’adresse ne répond pas en " + patience.toSeconds() + " secondes", tooSlow);
        } catch (ExecutionException failure) {
            throw new IOException(why(failure.getCause()), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("l’arrêt du programme a interrompu la lecture", stopping);
        }
    }

    private static String why(@Nullable Throwable failure) {
        return failure instanceof ConnectException || failure instanceof java.net.http.HttpTimeoutException
                ? "l’adresse ne répond pas"
                : "la réponse est coupée, ou fait plus de cinq mégaoctets";
    }

    private static void prove(HttpRequest.Builder request, Poll poll, String secret) {
        var name = Objects.requireNonNullElse(poll.proofName(), "");
        switch (poll.proof()) {
            case NONE -> {}
            case BEARER -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + secret);
            case BASIC ->
                request.header(
                        HttpHeaders.AUTHORIZATION,
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8)));
            case API_KEY -> request.header(name, secret);
        }
    }
}
