package fr.parvis.demo.geocoder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.demo.programs.ChildProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the geocoder of IGN's Géoplateforme: {@code GET /geocodage/search}, as it is published, over a few
 * streets. {@code POST /_faults?mode=none|slow|error|garbage} makes it behave badly. A program of its own, on the
 * loopback address only.
 */
public final class GeocoderSimulator implements AutoCloseable {

    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Streets streets = new Streets();
    private volatile Fault fault = Fault.NONE;

    private GeocoderSimulator(HttpServer server) {
        this.server = server;
    }

    /** How it behaves. */
    enum Fault {
        NONE,
        SLOW,
        ERROR,
        GARBAGE
    }

    /** Runs until it is stopped or its input ends, on the port given as first argument or 8899. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var simulator = start(arguments.length == 0 ? 8899 : Integer.parseInt(arguments[0]));
        System.out.println("Geocoder simulator at " + simulator.uri());
    }

    /** Starts it in this process; port 0 takes any free one. */
    public static GeocoderSimulator start(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var simulator = new GeocoderSimulator(server);
        server.createContext("/geocodage/search", simulator::search);
        server.createContext("/_faults", simulator::switchFault);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return simulator;
    }

    /** The address that {@code /search} is added to, as the town's settings want it. */
    public URI uri() {
        return uri(server.getAddress().getPort());
    }

    /** The same, of one that runs on this port. */
    static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port + "/geocodage");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void search(HttpExchange exchange) throws IOException {
        switch (fault) {
            case NONE -> answer(exchange);
            case SLOW -> {
                pause();
                answer(exchange);
            }
            case ERROR -> send(exchange, 500, "{\"code\":500,\"message\":\"Internal server error\"}");
            case GARBAGE -> send(exchange, 200, "<html><body>Portail captif</body></html>");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var parameters = parameters(exchange);
        var typed = parameters.getOrDefault("q", "").strip();
        if (typed.length() < 3 || typed.length() > 200 || !Character.isLetterOrDigit(typed.charAt(0))) {
            send(
                    exchange,
                    400,
                    "{\"code\":400,\"message\":\"q must contain between 3 and 200 chars"
                            + " and start with a number or a letter\"}");
            return;
        }
        int limit = Integer.parseInt(parameters.getOrDefault("limit", "5"));
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("version", "draft");
        collection.put("features", streets.search(typed, limit, parameters.get("postcode")));
        collection.put("attribution", "BAN");
        collection.put("licence", "ETALAB-2.0");
        collection.put("query", typed);
        collection.put("limit", limit);
        send(exchange, 200, JSON.writeValueAsString(collection));
    }

    private void switchFault(HttpExchange exchange) throws IOException {
        var mode = parameters(exchange).getOrDefault("mode", "").toUpperCase(Locale.ROOT);
        var asked = Arrays.stream(Fault.values())
                .filter(known -> known.name().equals(mode))
                .findFirst();
        asked.ifPresent(known -> fault = known);
        send(exchange, asked.isPresent() ? 200 : 400, "{\"mode\":\"" + fault.name() + "\"}");
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var parameters = new HashMap<String, String>();
        var query = exchange.getRequestURI().getRawQuery();
        for (var pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static void pause() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
