package fr.parvis.identity.franceconnect;

import fr.parvis.testing.TestEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The part of a browser that is at FranceConnect: picks a citizen, and comes back with the answer. */
final class Stranger {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Stranger() {}

    /** The path and query that FranceConnect sends the browser back to, for this citizen. */
    static String signsIn(String authorization, String citizen) {
        var query = URI.create(authorization).getRawQuery();
        var answer = URI.create(post("/api/v2/citizen", query + "&citizen=" + citizen));
        return answer.getRawPath() + "?" + answer.getRawQuery();
    }

    /** Makes FranceConnect misbehave until it is told otherwise. */
    static void makes(String fault) {
        post("/_faults", "mode=" + fault);
    }

    /** Makes FranceConnect change its signing key. */
    static void changesItsKey() {
        post("/_rotate", "");
    }

    private static String post(String path, String body) {
        try {
            var address = URI.create(TestEnvironment.franceConnect()).resolve(path);
            var request = HttpRequest.newBuilder(address)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
