package fr.parvis.partners;

import fr.parvis.partners.signing.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's program: gets a token with its secret, signs what it sends, and knows nothing else of us. */
public final class PartnerProgram {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    public final Partner partner;
    private final String clientId;
    private final String secret;
    private final byte[] key;
    private final int port;
    private final Clock clock;

    PartnerProgram(Partner partner, String clientId, String secret, byte[] key, int port, Clock clock) {
        this.partner = partner;
        this.clientId = clientId;
        this.secret = secret;
        this.key = key;
        this.port = port;
        this.clock = clock;
    }

    /** What we answered. */
    public record Answer(int status, JsonNode body) {

        public String code() {
            return body.path("code").asString();
        }

        /** What became of each event. */
        public List<String> statuses() {
            return body.path("events").values().stream()
                    .map(line -> line.path("status").asString())
                    .toList();
        }

        /** Why the first event that was refused was. */
        public String fault() {
            return body.path("events").values().stream()
                    .map(line -> line.path("fault").path("code").asString())
                    .filter(code -> !code.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }

    /** An event of one of its cases, as a map to be changed. */
    public Map<String, Object> event(String type, String key, long sequence, Map<String, Object> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", partner.source());
        event.put("type", "fr.parvis." + type + ".v1");
        event.put("subject", key);
        event.put("time", "2026-11-02T09:00:00+01:00");
        event.put("sequence", String.valueOf(sequence));
        event.put("data", new LinkedHashMap<>(data));
        return event;
    }

    /** What the town handed over, as the guide for partners names it. */
    public Map<String, String> settings() {
        return Map.of(
                "PARVIS_URL",
                "http://localhost:" + port,
                "CLIENT_ID",
                clientId,
                "CLIENT_SECRET",
                secret,
                "SIGNING_KEY",
                Signature.KEY_PREFIX + Base64.getEncoder().encodeToString(key),
                "SOURCE",
                partner.source());
    }

    public String token() {
        var basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(uri("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return answer.body().path("access_token").asString();
    }

    public Answer push(List<?> events) {
        return push(token(), "application/cloudevents-batch+json", JSON.writeValueAsString(events), clock.instant());
    }

    public Answer pushOne(Map<String, Object> event) {
        return push(token(), "application/cloudevents+json", JSON.writeValueAsString(event), clock.instant());
    }

    public Answer push(String token, String type, String body, Instant at) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return push(token, type, bytes, Signature.of(UUID.randomUUID().toString(), at, bytes, List.of(key)));
    }

    public Answer push(String token, String type, byte[] body, Signature signature) {
        return send(HttpRequest.newBuilder(uri("/api/v1/evenements"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header(Signature.ID, String.valueOf(signature.id()))
                .header(Signature.TIMESTAMP, String.valueOf(signature.timestamp()))
                .header(Signature.VALUE, String.valueOf(signature.value()))
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Reads something that is the partner's. */
    public Answer get(String path) {
        return send(authorized(path));
    }

    /** Fetches a document by its link. */
    public HttpResponse<byte[]> fetch(String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token())
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** Sends a file to be read. */
    public Answer sendFile(String content) {
        return sendFile(content, "attachment; filename=\"inscriptions.csv\"");
    }

    /** With a Content-Disposition that may be none. */
    public Answer sendFile(String content, String disposition) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var signature = Signature.of(UUID.randomUUID().toString(), clock.instant(), bytes, List.of(key));
        return send(HttpRequest.newBuilder(uri("/api/v1/partenaires/fichiers"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "text/csv")
                .header("Content-Disposition", disposition)
                .header(Signature.ID, String.valueOf(signature.id()))
                .header(Signature.TIMESTAMP, String.valueOf(signature.timestamp()))
                .header(Signature.VALUE, String.valueOf(signature.value()))
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** Reads what is its own and no JSON. */
    public String fetchText(String path) {
        return sendForText(authorized(path)).body();
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        var response = sendForText(request);
        return new Answer(response.statusCode(), JSON.readTree(response.body().isBlank() ? "{}" : response.body()));
    }

    private static HttpResponse<String> sendForText(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
