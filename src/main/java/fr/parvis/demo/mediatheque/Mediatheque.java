package fr.parvis.demo.mediatheque;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.demo.vendors.House;
import fr.parvis.demo.vendors.Html;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The library's small web site: a page, a button to sign in, and who came. Its sessions are in memory. */
final class Mediatheque implements AutoCloseable {

    private static final Pattern COOKIE = Pattern.compile("mediatheque=([0-9a-f]{32})");
    private static final int ID_BYTES = 16;

    private final HttpServer server;
    private final RelyingParty town;
    private final RandomGenerator random;
    private final Map<String, Visit> visits = new ConcurrentHashMap<>();

    private Mediatheque(HttpServer server, RelyingParty town, RandomGenerator random) {
        this.server = server;
        this.town = town;
        this.random = random;
    }

    /** What the library remembers of a browser: an attempt to sign in, then who signed in. */
    private record Visit(Optional<RelyingParty.Attempt> attempt, Optional<RelyingParty.Reader> reader) {}

    /** Serves on this port; 0 for any free one. */
    static Mediatheque start(int port, URI discovery, String clientId, String secret, RandomGenerator random)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var here = URI.create("http://localhost:" + server.getAddress().getPort());
        var library = new Mediatheque(server, new RelyingParty(discovery, clientId, secret, here), random);
        server.createContext("/", exchange -> library.answer(exchange, library::home));
        server.createContext("/connexion", exchange -> library.answer(exchange, library::signIn));
        server.createContext("/retour", exchange -> library.answer(exchange, library::comeBack));
        server.createContext("/deconnexion", exchange -> library.answer(exchange, library::signOut));
        server.createContext("/fermeture", exchange -> library.answer(exchange, library::hearLogout));
        server.start();
        return library;
    }

    /** Opens the counter where loans are made, beside the page of readers. */
    VendorProgram openCounter(House house, Outbox outbox) {
        return VendorProgram.beside(server, Loans.COUNTER, house, outbox);
    }

    URI address() {
        return town.here();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Page {
        void show(HttpExchange exchange) throws IOException, RelyingParty.RefusedException;
    }

    private void answer(HttpExchange exchange, Page page) throws IOException {
        try (exchange) {
            page.show(exchange);
        } catch (RelyingParty.RefusedException refused) {
            Html.send(exchange, 502, LibraryPages.trouble(String.valueOf(refused.getMessage())));
        }
    }

    private void home(HttpExchange exchange) throws IOException {
        var reader = visit(exchange).flatMap(Visit::reader);
        Html.send(exchange, 200, reader.map(LibraryPages::welcome).orElseGet(LibraryPages::stranger));
    }

    private void signIn(HttpExchange exchange) throws IOException, RelyingParty.RefusedException {
        var attempt = town.begin();
        var id = newId();
        visits.put(id, new Visit(Optional.of(attempt), Optional.empty()));
        exchange.getResponseHeaders().add("Set-Cookie", "mediatheque=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        LibraryPages.redirect(exchange, attempt.there());
    }

    private void comeBack(HttpExchange exchange) throws IOException, RelyingParty.RefusedException {
        var attempt = visit(exchange).flatMap(Visit::attempt);
        if (attempt.isEmpty()) {
            throw new RelyingParty.RefusedException("ce navigateur n’a pas commencé de connexion");
        }
        var reader = town.finish(attempt.get(), exchange.getRequestURI());
        // a new name for the session once somebody is known, or a stranger could have chosen it
        id(exchange).ifPresent(visits::remove);
        var id = newId();
        visits.put(id, new Visit(Optional.empty(), Optional.of(reader)));
        exchange.getResponseHeaders().add("Set-Cookie", "mediatheque=" + id + "; Path=/; HttpOnly; SameSite=Lax");
        LibraryPages.redirect(exchange, URI.create("/"));
    }

    private void signOut(HttpExchange exchange) throws IOException, RelyingParty.RefusedException {
        var reader = visit(exchange).flatMap(Visit::reader);
        id(exchange).ifPresent(visits::remove);
        LibraryPages.redirect(exchange, reader.isPresent() ? town.endOfSession(reader.get()) : URI.create("/"));
    }

    /** The town says that a session ended. */
    private void hearLogout(HttpExchange exchange) throws IOException, RelyingParty.RefusedException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        var sid = town.ended(URLDecoder.decode(body.replaceFirst("^logout_token=", ""), StandardCharsets.US_ASCII));
        visits.values()
                .removeIf(visit -> visit.reader()
                        .filter(reader -> reader.sid().equals(sid))
                        .isPresent());
        exchange.sendResponseHeaders(200, -1);
    }

    private Optional<Visit> visit(HttpExchange exchange) {
        return id(exchange).map(visits::get);
    }

    private static Optional<String> id(HttpExchange exchange) {
        var cookies = COOKIE.matcher(
                String.join("; ", exchange.getRequestHeaders().getOrDefault("Cookie", java.util.List.of())));
        return cookies.find() ? Optional.of(cookies.group(1)) : Optional.empty();
    }

    private String newId() {
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
