package fr.parvis.partners;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.partners.signing.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's own answers about who is who: cards with birth dates, and codes that it sends. */
public final class LinkEndpoint implements AutoCloseable {

    /** The code that it sends to everybody. */
    public static final String CODE = "481516";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<byte[]> keys;
    private final Map<String, Map<String, String>> people = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int failure;

    private LinkEndpoint(HttpServer server, List<byte[]> keys) {
        this.server = server;
        this.keys = keys;
    }

    /** Starts it, with the keys that questions must be signed with. */
    public static LinkEndpoint start(List<byte[]> keys) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var endpoint = new LinkEndpoint(server, keys);
            server.createContext("/liaison", endpoint::answer);
            server.start();
            return endpoint;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/liaison");
    }

    /** Knows somebody by a card and a birth date, or by the card alone when a code is sent. */
    public void knows(String card, String birthDate, String member, String name) {
        var person = Map.of("member", member, "name", name);
        people.put(card + " " + birthDate, person);
        people.put(card, person);
    }

    /** Fails with this status from now on; 0 for never. */
    public void failWith(int status) {
        failure = status;
    }

    public int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        var signature = new Signature(
                headers.getFirst(Signature.ID),
                headers.getFirst(Signature.TIMESTAMP),
                headers.getFirst(Signature.VALUE));
        if (failure != 0) {
            send(exchange, failure, Map.of());
        } else if (signature.check(body, keys, Instant.ofEpochSecond(Long.parseLong(signature.timestamp())))
                != Signature.Verdict.GOOD) {
            send(exchange, 401, Map.of());
        } else {
            answer(exchange, JSON.readTree(body));
        }
    }

    private void answer(HttpExchange exchange, JsonNode question) throws IOException {
        switch (question.path("type").asString()) {
            case "fr.parvis.link.card.v1" ->
                known(
                        exchange,
                        question.path("card").asString() + " "
                                + question.path("birthDate").asString());
            case "fr.parvis.link.code-request.v1" -> {
                var identifier = question.path("identifier").asString();
                send(exchange, people.containsKey(identifier) ? 200 : 404, Map.of("challenge", identifier));
            }
            case "fr.parvis.link.code-check.v1" ->
                known(
                        exchange,
                        question.path("code").asString().equals(CODE)
                                ? question.path("challenge").asString()
                                : "nobody");
            default -> send(exchange, 400, Map.of());
        }
    }

    private void known(HttpExchange exchange, String key) throws IOException {
        send(exchange, people.containsKey(key) ? 200 : 404, people.getOrDefault(key, Map.of()));
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
