package fr.parvis.demo.vendors;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** A vendor's program while it runs: its house, its outbox and the page that shows both. */
public final class VendorProgram implements AutoCloseable {

    private final House house;
    private final Postman postman;
    private final HttpServer server;

    private VendorProgram(House house, Outbox outbox, HttpServer server) {
        this.house = house;
        this.postman = new Postman(house, outbox);
        this.server = server;
    }

    /** Serves a house on a port of its own; 0 for any free one. */
    public static VendorProgram start(int port, House house, Outbox outbox) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var program = beside(server, "/", house, outbox);
        server.start();
        return program;
    }

    /** Serves a house under a path of a server that does something else too. */
    public static VendorProgram beside(HttpServer server, String path, House house, Outbox outbox) {
        server.createContext(path, new Counter(house, outbox));
        return new VendorProgram(house, outbox, server);
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Somebody is linked from the beginning, without having asked. */
    void introduce(String member) {
        house.meet(member);
    }

    /** The town knows it: tells what there is, from now on. */
    public void connect() {
        house.begin();
        postman.start();
    }

    @Override
    public void close() {
        postman.close();
        server.stop(0);
    }
}
