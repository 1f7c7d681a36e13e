package fr.parvis.partners.feeds.polling;

import fr.parvis.applications.GuardedClient;
import fr.parvis.applications.GuardedClient.Answer;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Fetches a page of a partner's list: from a public address, without following it elsewhere, for half a minute at most,
 * five megabytes at most.
 */
@Component
class ListFetch {

    private static final int LARGEST = 5_000_000;

    private final GuardedClient client;

    @Autowired
    ListFetch(Settings settings) {
        this(settings, Duration.ofSeconds(30));
    }

    /** With less patience, for tests of partners that never answer. */
    ListFetch(Settings settings, Duration patience) {
        this.client = new GuardedClient(settings, patience, LARGEST);
    }

    /** @throws IOException saying in French why nothing came */
    Answer fetch(Poll poll, Progress progress, String secret, URI address) throws IOException {
        var request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        prove(request, poll, secret);
        if (progress.etag() != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, progress.etag());
        }
        if (progress.lastModified() != null) {
            request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, progress.lastModified());
        }
        var answer = client.send(request);
        int status = answer.status();
        if (status != 200 && status != 304) {
            throw new IOException(
                    status / 100 == 3
                            ? "l’adresse renvoie ailleurs (HTTP " + status + ") : écrivez l’adresse d’arrivée"
                            : "l’adresse répond HTTP " + status);
        }
        return answer;
    }

    private static void prove(HttpGet request, Poll poll, String secret) {
        var name = Objects.requireNonNullElse(poll.proofName(), "");
        switch (poll.proof()) {
            case NONE -> {}
            case BEARER -> request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secret);
            case BASIC ->
                request.setHeader(
                        HttpHeaders.AUTHORIZATION,
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8)));
            case API_KEY -> request.setHeader(name, secret);
        }
    }
}
