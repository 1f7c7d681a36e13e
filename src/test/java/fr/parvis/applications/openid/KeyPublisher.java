package fr.parvis.applications.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The address where a vendor publishes the keys that it signs with. */
public final class KeyPublisher implements AutoCloseable {

    private final HttpServer server;
    private final AtomicReference<String> document = new AtomicReference<>("");

    public KeyPublisher() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cles", this::answer);
        server.createContext("/ailleurs", KeyPublisher::redirect);
        server.start();
    }

    public static RSAKey newKey(String kid) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(kid).generate();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/cles";
    }

    /** An address that leads to the keys by a redirect. */
    public String detour() {
        return address().replace("/cles", "/ailleurs");
    }

    /** Publishes these keys, their public half, and no other any more. */
    public void publish(JWK... keys) {
        document.set(new JWKSet(List.of(keys)).toPublicJWKSet().toString());
    }

    /** Publishes this document. */
    public void publish(String text) {
        document.set(text);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = document.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void redirect(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Location", "/cles");
            exchange.sendResponseHeaders(302, -1);
        }
    }
}
