package fr.parvis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The part of a browser that is at an identity provider: picks a person, and comes back with the answer. */
public final class AtProvider {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI issuer;

    public AtProvider(String issuer) {
        this.issuer = URI.create(issuer);
    }

    /** The path and query that the provider sends the browser back to, for this person. */
    public String signsIn(String authorization, String person) {
        var query = URI.create(authorization).getRawQuery();
        var answer = URI.create(post("/api/v2/person", query + "&person=" + person));
        return answer.getRawPath() + "?" + answer.getRawQuery();
    }

    /** Makes the provider misbehave until it is told otherwise. */
    public void makes(String fault) {
        post("/_faults", "mode=" + fault);
    }

    /** Makes the provider change its signing key. */
    public void changesItsKey() {
        post("/_rotate", "");
    }

    /** The path and query that the provider sends the browser back to once its session there is ended. */
    public String endsTheSession(String address) {
        var back =
                URI.create(location(HttpRequest.newBuilder(URI.create(address)).build()));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private String post(String path, String body) {
        return location(HttpRequest.newBuilder(issuer.resolve(path))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String location(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
