package fr.parvis.demo.vendors;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes events to the town: gets a token and keeps it, signs what it sends, reads what became of each event. */
final class TownClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Connection connection;
    private final Clock clock;
    private @Nullable String token;

    TownClient(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * What became of an event.
     *
     * @param fault why it was refused; null when it was not
     */
    record Verdict(String id, String status, @Nullable String fault) {}

    /** A token that ended is replaced once; anything else that goes wrong is for later. */
    List<Verdict> push(List<String> events) throws UnreachableException {
        var body = ("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8);
        var answer = push(body, token == null ? newToken() : token);
        if (answer.statusCode() == UNAUTHORIZED) {
            answer = push(body, newToken());
        }
        if (answer.statusCode() != 200) {
            throw new UnreachableException("réponse " + answer.statusCode() + " : " + answer.body());
        }
        return read(answer.body()).path("events").values().stream()
                .map(TownClient::verdict)
                .toList();
    }

    private HttpResponse<String> push(byte[] body, String withToken) throws UnreachableException {
        var id = "msg_" + UUID.randomUUID();
        var now = clock.instant();
        return send(HttpRequest.newBuilder(uri("/api/v1/evenements"))
                .header("Authorization", "Bearer " + withToken)
                .header("Content-Type", "application/cloudevents-batch+json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", Signing.sign(connection.key(), id, now, body))
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private String newToken() throws UnreachableException {
        var pair = connection.clientId() + ":" + connection.secret();
        var answer = send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.statusCode() != 200) {
            throw new UnreachableException("pas de jeton : réponse " + answer.statusCode());
        }
        var fresh = read(answer.body()).path("access_token").asString();
        token = fresh;
        return fresh;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws UnreachableException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UnreachableException("la ville ne répond pas");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("arrêt");
        }
    }

    private URI uri(String path) {
        return connection.town().resolve(path);
    }

    private static JsonNode read(String body) throws UnreachableException {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new UnreachableException("la réponse n’est pas du JSON");
        }
    }

    private static Verdict verdict(JsonNode line) {
        var fault = line.path("fault");
        return new Verdict(
                line.path("id").asString(""),
                line.path("status").asString(),
                fault.isObject()
                        ? fault.path("code").asString() + " "
                                + fault.path("pointer").asString() + " : "
                                + fault.path("detail").asString()
                        : null);
    }
}
