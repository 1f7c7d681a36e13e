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
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the town: gets a token and keeps it, signs what it sends, reads what became of each event, fetches. */
public final class TownClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String AUTHORIZATION = "Authorization";
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Connection connection;
    private final Clock clock;
    private @Nullable String token;

    public TownClient(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * What became of an event.
     *
     * @param fault why it was refused; null when it was not
     */
    record Verdict(String id, String status, @Nullable String fault) {}

    /** Pushes events; anything that goes wrong is for later. */
    List<Verdict> push(List<String> events) throws UnreachableException {
        var body = ("[" + String.join(",", events) + "]").getBytes(StandardCharsets.UTF_8);
        var answer = sendWithToken(() -> signed(body));
        if (answer.statusCode() != 200) {
            throw new UnreachableException("réponse " + answer.statusCode() + " : " + text(answer));
        }
        return read(answer).path("events").values().stream()
                .map(TownClient::verdict)
                .toList();
    }

    /**
     * Reads a case that the town handed over, or a document of it.
     *
     * @return what it answered, be it that this is not for us
     */
    public HttpResponse<byte[]> get(URI address) throws UnreachableException {
        if (!Objects.equals(address.getAuthority(), connection.town().getAuthority())) {
            throw new UnreachableException(
                    "cette adresse n’est pas celle de la ville, à qui seule le jeton est montré");
        }
        var answer = sendWithToken(() -> HttpRequest.newBuilder(address));
        if (answer.statusCode() >= 500) {
            throw new UnreachableException("réponse " + answer.statusCode());
        }
        return answer;
    }

    private HttpRequest.Builder signed(byte[] body) {
        var id = "msg_" + UUID.randomUUID();
        var now = clock.instant();
        return HttpRequest.newBuilder(uri("/api/v1/evenements"))
                .header("Content-Type", "application/cloudevents-batch+json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", Signing.sign(connection.key(), id, now, body))
                .POST(BodyPublishers.ofByteArray(body));
    }

    /** A token that ended is replaced once. */
    private HttpResponse<byte[]> sendWithToken(Supplier<HttpRequest.Builder> request) throws UnreachableException {
        var answer = send(request.get().header(AUTHORIZATION, "Bearer " + (token == null ? newToken() : token)));
        return answer.statusCode() == UNAUTHORIZED
                ? send(request.get().header(AUTHORIZATION, "Bearer " + newToken()))
                : answer;
    }

    private String newToken() throws UnreachableException {
        var pair = connection.clientId() + ":" + connection.secret();
        var answer = send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header(
                        AUTHORIZATION,
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        if (answer.statusCode() != 200) {
            throw new UnreachableException("pas de jeton : réponse " + answer.statusCode());
        }
        var fresh = read(answer).path("access_token").asString();
        token = fresh;
        return fresh;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws UnreachableException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
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

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) throws UnreachableException {
        try {
            return JSON.readTree(answer.body());
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
