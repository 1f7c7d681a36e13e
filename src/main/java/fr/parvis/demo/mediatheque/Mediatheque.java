package fr.parvis.demo.mediatheque;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.demo.programs.ChildProgram;
import fr.parvis.demo.vendors.Installation;
import fr.parvis.demo.vendors.Outbox;
import fr.parvis.demo.vendors.VendorProgram;
import fr.parvis.demo.vendors.html.Form;
import fr.parvis.demo.vendors.html.Html;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The library's small web site: a page, a button to sign in, and who came. Its sessions are in memory. */
public final class Mediatheque implements AutoCloseable {

    /** The reader that the demo begins with. */
    public static final String MEMBER = Loans.MEMBER;

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

    /** What the library remembers of a browser: an attempt to sign in, then who signed in, and where they were going. */
    private record Visit(Optional<RelyingParty.Attempt> attempt, Optional<RelyingParty.Reader> reader, URI onward) {}

    /** Runs until it is stopped or its input ends, as its environment says: see {@link Installation}. */
    public static void main(String[] arguments) throws IOException {
        ChildProgram.endWithInput();
        var site = Installation.of(System.getenv(), Loans.TABLES);
        var town = site.connection();
        var discovery = town.town().resolve("/.well-known/openid-configuration");
        var library = start(site.port(), discovery, town.clientId(), town.secret(), new SecureRandom());
        site.begin(library.openCounter(new Loans(site.database(), site.outbox(), town, site.clock()), site.outbox()));
    }

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

    /** Opens the counter where loans are made, and the page where readers see theirs. */
    VendorProgram openCounter(Loans house, Outbox outbox) {
        server.createContext(Shelf.PATH, exchange -> answer(exchange, one -> showLoans(one, house.shelf())));
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
            showOrExplain(exchange, page);
        }
    }

    private static void showOrExplain(HttpExchange exchange, Page page) throws IOException {
        try {
            page.show(exchange);
        } catch (RelyingParty.RefusedException refused) {
            Html.send(exchange, 502, LibraryPages.trouble(String.valueOf(refused.getMessage())));
        }
    }

    private void home(HttpExchange exchange) throws IOException {
        var reader = visit(exchange).flatMap(Visit::reader);
        Html.send(exchange, 200, reader.map(LibraryPages::welcome).orElseGet(LibraryPages::stranger));
    }

    /** Whose they are, or nobody's: a stranger signs in first, and comes back here. */
    private void showLoans(HttpExchange exchange, Shelf shelf) throws IOException, RelyingParty.RefusedException {
        var reader = visit(exchange).flatMap(Visit::reader);
        if (reader.isPresent()) {
            Html.send(exchange, 200, shelf.of(reader.get()));
        } else {
            begin(exchange, address().resolve(Shelf.PATH));
        }
    }

    /** The town may begin it too (OpenID Connect Core 1.0, section 4): it says who it is, and which page of ours to open. */
    private void signIn(HttpExchange exchange) throws IOException, RelyingParty.RefusedException {
        var asked = Form.read(exchange.getRequestURI().getRawQuery());
        if (!town.isIssuer(asked.getOrDefault("iss", town.issuer()))) {
            throw new RelyingParty.RefusedException("ce n’est pas la ville qui demande");
        }
        begin(exchange, onward(asked.getOrDefault("target_link_uri", "")));
    }

    private void begin(HttpExchange exchange, URI onward) throws IOException, RelyingParty.RefusedException {
        var attempt = town.begin();
        remember(exchange, new Visit(Optional.of(attempt), Optional.empty(), onward));
        LibraryPages.redirect(exchange, attempt.there());
    }

    private void remember(HttpExchange exchange, Visit visit) {
        var id = newId();
        visits.put(id, visit);
        exchange.getResponseHeaders().add("Set-Cookie", "mediatheque=" + id + "; Path=/; HttpOnly; SameSite=Lax");
    }

    /** A page of ours, or where our site begins: nobody is led elsewhere. */
    private URI onward(String target) {
        try {
            var there = new URI(target);
            boolean ours = address().getScheme().equals(there.getScheme())
                    && address().getRawAuthority().equals(there.getRawAuthority());
            return ours ? there : address().resolve("/");
        } catch (URISyntaxException notAnAddress) {
            return address().resolve("/");
        }
    }

    private void comeBack(HttpExchange exchange) throws IOException, RelyingParty.RefusedException {
        var visit = visit(exchange);
        var attempt = visit.flatMap(Visit::attempt);
        if (visit.isEmpty() || attempt.isEmpty()) {
            throw new RelyingParty.RefusedException("ce navigateur n’a pas commencé de connexion");
        }
        var reader = town.finish(attempt.get(), exchange.getRequestURI());
        // a new name for the session once somebody is known, or a stranger could have chosen it
        id(exchange).ifPresent(visits::remove);
        var onward = visit.get().onward();
        remember(exchange, new Visit(Optional.empty(), Optional.of(reader), onward));
        LibraryPages.redirect(exchange, onward);
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
