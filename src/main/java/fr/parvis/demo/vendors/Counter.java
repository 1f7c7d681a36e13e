package fr.parvis.demo.vendors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The counter of a house over HTTP: the page, the buttons, and messages of the town under {@code messages}. */
final class Counter implements HttpHandler {

    private static final int LARGEST = 1_000_000;

    private final String path;
    private final House house;
    private final Outbox outbox;

    Counter(String path, House house, Outbox outbox) {
        this.path = path;
        this.house = house;
        this.outbox = outbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                show(exchange);
            } else if (exchange.getRequestURI().getPath().endsWith("/messages")) {
                hear(exchange);
            } else if ("cross-site".equals(header(exchange, "Sec-Fetch-Site"))) {
                Html.send(exchange, 403, "");
            } else {
                press(exchange);
            }
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        var sheet = house.open(exchange.getRequestURI().getPath());
        if (sheet.isPresent()) {
            Html.send(exchange, 200, sheet.get());
        } else {
            Html.send(exchange, 200, Html.counter(house, outbox));
        }
    }

    private void press(HttpExchange exchange) throws IOException {
        var form = form(new String(body(exchange), StandardCharsets.US_ASCII));
        var action = form.getOrDefault("action", "");
        if (action.equals("renvoyer")) {
            outbox.retryRefused();
        } else {
            house.act(action, form);
        }
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(303, -1);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var message = new Message(
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body(exchange));
        exchange.sendResponseHeaders(house.hear(message) ? 204 : 401, -1);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        return exchange.getRequestBody().readNBytes(LARGEST);
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }
}
