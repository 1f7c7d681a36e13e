package fr.parvis.demo.vendors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import fr.parvis.demo.vendors.html.Form;
import fr.parvis.demo.vendors.html.Html;
import fr.parvis.demo.vendors.html.Sheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A house over HTTP: residents' pages, the clerk's counter with its buttons, messages of the town under {@code messages}
 * and its questions under {@code liaison}.
 */
final class Counter implements HttpHandler {

    /** Where things are made to happen. */
    static final String PATH = "/guichet";

    private static final int LARGEST = 1_000_000;
    private static final int CUT_OFF = 503;

    private final House house;
    private final Outbox outbox;

    Counter(House house, Outbox outbox) {
        this.house = house;
        this.outbox = outbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("POST")) {
                show(exchange, path);
            } else if (path.endsWith("/messages")) {
                hear(exchange);
            } else if (path.endsWith("/liaison")) {
                answer(exchange);
            } else if ("cross-site".equals(header(exchange, "Sec-Fetch-Site"))) {
                Html.send(exchange, 403, "");
            } else {
                press(exchange);
            }
        }
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        var sheet = house.open(path);
        if (sheet.isPresent()) {
            Html.send(exchange, 200, sheet.get());
        } else if (path.equals(PATH)) {
            Html.send(exchange, 200, Pages.counter(house, outbox));
        } else if (path.equals("/")) {
            Html.send(exchange, 200, Pages.home(house, outbox));
        } else {
            Html.send(exchange, 404, Pages.nothing(house, outbox));
        }
    }

    private void press(HttpExchange exchange) throws IOException {
        var form = Form.read(new String(body(exchange), StandardCharsets.US_ASCII));
        var action = form.getOrDefault("action", "");
        switch (action) {
            case "renvoyer" -> outbox.retryRefused();
            case "couper" -> outbox.cut(true);
            case "retablir" -> outbox.cut(false);
            default -> house.act(action, form);
        }
        exchange.getResponseHeaders().set("Location", PATH);
        exchange.sendResponseHeaders(303, -1);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var message = message(exchange);
        int status = outbox.isCut() ? CUT_OFF : house.hear(message) ? 204 : 401;
        exchange.sendResponseHeaders(status, -1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var message = message(exchange);
        var reply = outbox.isCut() ? new Reply(CUT_OFF, Map.of()) : house.answer(message);
        var body = JsonMapper.shared().writeValueAsBytes(reply.body());
        Html.send(exchange, reply.status(), new Sheet("application/json", body));
    }

    private static Message message(HttpExchange exchange) throws IOException {
        return new Message(
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body(exchange));
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        return exchange.getRequestBody().readNBytes(LARGEST);
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }
}
