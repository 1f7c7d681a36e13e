package fr.parvis.bench;

import com.sun.net.httpserver.HttpServer;
import fr.parvis.bench.Vendors.Vendor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's server that takes its time with each message, and how many it was given. */
final class WebhookRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpServer server;
    private final AtomicInteger heard = new AtomicInteger();
    private final Vendor vendor;

    WebhookRun(Connection connection, String slug, Duration slowness)
            throws IOException, InterruptedException, SQLException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                Thread.sleep(slowness);
                exchange.sendResponseHeaders(204, -1);
                heard.incrementAndGet();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        vendor = Vendors.register(
                connection, slug, "http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Puts messages about so many different cases into the outbox, in one transaction as a busy night would. */
    void queue(Connection connection, int messages) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into partners.delivery (id, partner, topic, type, data, next_at, created_at)
                select gen_random_uuid(), ?, 'banc-' || gen_random_uuid(), 'fr.parvis.resync.asked.v1', '{}', now(), now()
                from generate_series(1, ?)
                """)) {
            insert.setObject(1, vendor.id());
            insert.setInt(2, messages);
            insert.executeUpdate();
        }
    }

    int heard() {
        return heard.get();
    }

    /** Messages per second, from now until that many more have come. */
    double rate(int messages) throws InterruptedException {
        int before = heard.get();
        long began = System.nanoTime();
        while (heard.get() < before + messages) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException("only " + (heard.get() - before) + " of " + messages + " came");
            }
            Thread.sleep(5);
        }
        return messages / ((System.nanoTime() - began) / 1e9);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
