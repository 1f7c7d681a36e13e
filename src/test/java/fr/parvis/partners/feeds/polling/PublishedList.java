package fr.parvis.partners.feeds.polling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A partner that publishes a list and cannot push: a real HTTP server, which does what each test wants. */
final class PublishedList implements AutoCloseable {

    /** How it answers. */
    interface Handler {
        void answer(HttpExchange exchange) throws IOException;
    }

    /** What it was asked, with the headers of the request. */
    record Asked(String pathAndQuery, Map<String, String> headers) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Handler handler = exchange -> json(exchange, "[]");

    PublishedList() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                Map<String, String> headers = new LinkedHashMap<>();
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
                asked.add(new Asked(exchange.getRequestURI().toString(), headers));
                handler.answer(exchange);
            }
        });
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    void answers(Handler next) {
        handler = next;
    }

    void answers(String json) {
        answers(exchange -> json(exchange, json));
    }

    List<Asked> asked() {
        return new ArrayList<>(asked);
    }

    static void json(HttpExchange exchange, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
