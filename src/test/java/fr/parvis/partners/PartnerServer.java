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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a partner's program is told what happens here; well or badly behaved, as a test wants. */
public final class PartnerServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Behaviour behaviour = PartnerServer::take;

    public PartnerServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    /** Something it was told, whether or not it took it. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    public record Told(Signature signature, byte[] body, JsonNode event) {

        public String type() {
            return event.path("type").asString();
        }

        public JsonNode data() {
            return event.path("data");
        }

        /** Whether it was signed with this key. */
        public boolean isSignedWith(byte[] key) {
            var at = Instant.ofEpochSecond(Long.parseLong(String.valueOf(signature.timestamp())));
            return signature.check(body, List.of(key), at) == Signature.Verdict.GOOD;
        }
    }

    /** What it answers. */
    public interface Behaviour {
        void answer(HttpExchange exchange, PartnerServer server) throws IOException;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/evenements");
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public void answerStatus(int status) {
        behave((exchange, server) -> exchange.sendResponseHeaders(status, -1));
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    /** Those about this. */
    public List<Told> told(String topic) {
        return told.stream()
                .filter(one -> one.event().path("subject").asString().equals(topic))
                .toList();
    }

    /** Answers nothing until the server is closed. */
    public void hang() {
        try {
            closing.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (closing.getCount() > 0) {
            closing.countDown();
            server.stop(0);
        }
    }

    private static void take(HttpExchange exchange, PartnerServer server) throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            told.add(new Told(
                    new Signature(
                            headers.getFirst(Signature.ID),
                            headers.getFirst(Signature.TIMESTAMP),
                            headers.getFirst(Signature.VALUE)),
                    body,
                    JSON.readTree(body)));
            behaviour.answer(exchange, this);
        }
    }
}
