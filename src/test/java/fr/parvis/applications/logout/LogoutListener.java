package fr.parvis.applications.logout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The address where a vendor hears that a session ended. */
public final class LogoutListener implements AutoCloseable {

    private final HttpServer server;
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final AtomicReference<String> token = new AtomicReference<>("");

    public LogoutListener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/fin";
    }

    void refuse(boolean refuse) {
        refusing.set(refuse);
    }

    /** The token or request that was accepted; empty before. */
    public String token() {
        return token.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
            boolean refused = refusing.get();
            if (!refused) {
                token.set(body.replaceFirst("^(logout_token|logoutRequest)=", ""));
            }
            exchange.sendResponseHeaders(refused ? 503 : 200, -1);
        }
    }
}
