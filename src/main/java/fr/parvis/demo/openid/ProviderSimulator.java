package fr.parvis.demo.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.demo.openid.Grants.Grant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Stands in for an identity provider: discovery, authorization code, proof of the client, signed userinfo, logout.
 * It refuses what the provider refuses; {@code /_faults} makes it misbehave, {@code /_rotate} changes its key. A program
 * of its own, on the loopback address only.
 */
public final class ProviderSimulator implements AutoCloseable {

    private final HttpServer server;
    private final Rules rules;
    private final SigningKeys keys = new SigningKeys();
    private final Grants grants = new Grants(Clock.systemUTC());
    private final Tokens tokens;
    private final ClientProof client;
    private volatile Fault fault = Fault.NONE;

    private ProviderSimulator(HttpServer server, Rules rules) {
        this.server = server;
        this.rules = rules;
        this.tokens = new Tokens(issuer(), rules, keys, Clock.systemUTC());
        this.client = new ClientProof(rules.client(), issuer(), Clock.systemUTC());
    }

    /** Starts it in this process; port 0 takes any free one. */
    public static ProviderSimulator start(int port, Rules rules) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var simulator = new ProviderSimulator(server, rules);
        simulator.open("/api/v2/.well-known/openid-configuration", simulator::discovery);
        simulator.open(
                "/api/v2/jwks",
                exchange -> Http.json(exchange, 200, simulator.keys.published().toJSONObject()));
        simulator.open("/api/v2/authorize", simulator::authorize);
        simulator.open("/api/v2/person", simulator::choose);
        simulator.open("/api/v2/token", simulator::token);
        simulator.open("/api/v2/userinfo", simulator::userInfo);
        simulator.open("/api/v2/session/end", simulator::endSession);
        server.createContext("/_faults", simulator::faults);
        server.createContext("/_rotate", simulator::rotate);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return simulator;
    }

    /** What clients call it, and where they find its discovery document. */
    public String issuer() {
        return issuer(server.getAddress().getPort());
    }

    /** The same, of one that runs on this port. */
    public static String issuer(int port) {
        return "http://127.0.0.1:" + port + "/api/v2";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void open(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            if (fault == Fault.DOWN) {
                Http.send(exchange, 503, "text/plain", "Service indisponible");
            } else {
                handler.handle(exchange);
            }
        });
    }

    private void discovery(HttpExchange exchange) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("userinfo_endpoint", issuer() + "/userinfo");
        document.put("jwks_uri", issuer() + "/jwks");
        document.put("end_session_endpoint", issuer() + "/session/end");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("acr_values_supported", List.of(rules.level()));
        document.put("id_token_signing_alg_values_supported", List.of("ES256", "RS256"));
        document.put("userinfo_signing_alg_values_supported", List.of("ES256", "RS256"));
        document.put("token_endpoint_auth_methods_supported", List.of(client.method()));
        document.put("token_endpoint_auth_signing_alg_values_supported", List.of("ES256", "RS256"));
        document.put("authorization_response_iss_parameter_supported", true);
        Http.json(exchange, 200, document);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var request = Http.query(exchange);
        if (!request.getOrDefault("client_id", "").equals(rules.client().clientId())
                || !request.containsKey("redirect_uri")) {
            Http.send(exchange, 400, "text/plain", "client_id ou redirect_uri inconnu");
        } else if (rules.accepts(request)) {
            Http.send(exchange, 200, "text/html", SimulatorPages.people(rules, request));
        } else {
            answer(exchange, request, Map.of("error", "invalid_request"));
        }
    }

    private void choose(HttpExchange exchange) throws IOException {
        var request = Http.form(exchange);
        var person = rules.subjects().stream()
                .filter(one -> one.id().equals(request.get("person")))
                .findFirst();
        if (person.isEmpty() || fault == Fault.DENIED) {
            answer(
                    exchange,
                    request,
                    Map.of("error", "access_denied", "error_description", "user authentication aborted"));
        } else if (fault == Fault.SERVER_ERROR) {
            answer(exchange, request, Map.of("error", "server_error"));
        } else {
            var grant = new Grant(
                    person.get(),
                    request.getOrDefault("redirect_uri", ""),
                    request.getOrDefault("nonce", ""),
                    scopes(request));
            answer(exchange, request, Map.of("code", grants.code(grant)));
        }
    }

    private void answer(HttpExchange exchange, Map<String, String> request, Map<String, String> outcome)
            throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(outcome);
        parameters.put("state", fault == Fault.WRONG_STATE ? "un-autre-state" : request.getOrDefault("state", ""));
        parameters.put("iss", fault == Fault.WRONG_ISSUER_ANSWER ? "https://ailleurs.example/api/v2" : issuer());
        Http.redirect(exchange, request.getOrDefault("redirect_uri", ""), parameters);
    }

    private void token(HttpExchange exchange) throws IOException {
        var request = Http.form(exchange);
        if (fault == Fault.SLOW) {
            pause();
        }
        if (!client.isProven(request)) {
            Http.json(exchange, 401, Map.of("error", "invalid_client"));
            return;
        }
        var grant = grants.redeem(request.getOrDefault("code", ""))
                .filter(found -> found.redirectUri().equals(request.get("redirect_uri")));
        if (grant.isEmpty() || fault == Fault.TOKEN_REFUSED) {
            Http.json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Http.json(
                exchange,
                200,
                Map.of(
                        "access_token", grants.token(grant.get()),
                        "token_type", "Bearer",
                        "expires_in", Grants.TOKEN_LIFE.toSeconds(),
                        "id_token", tokens.idToken(grant.get(), fault)));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        var authorization = exchange.getRequestHeaders().getFirst("Authorization");
        var grant = grants.of(authorization == null ? "" : authorization.replaceFirst("^Bearer ", ""));
        if (grant.isEmpty()) {
            Http.json(exchange, 401, Map.of("error", "invalid_token"));
            return;
        }
        var claims = tokens.userInfo(grant.get(), fault);
        if (fault == Fault.PLAIN_USERINFO) {
            Http.send(exchange, 200, "application/json", claims.toString());
        } else {
            Http.send(exchange, 200, "application/jwt", tokens.userInfoToken(claims, fault));
        }
    }

    private void endSession(HttpExchange exchange) throws IOException {
        var request = Http.query(exchange);
        if (request.containsKey("id_token_hint") && request.containsKey("post_logout_redirect_uri")) {
            Http.redirect(
                    exchange,
                    request.getOrDefault("post_logout_redirect_uri", ""),
                    Map.of("state", request.getOrDefault("state", "")));
        } else {
            Http.send(exchange, 400, "text/plain", "id_token_hint et post_logout_redirect_uri sont obligatoires");
        }
    }

    private void faults(HttpExchange exchange) throws IOException {
        var mode = Http.form(exchange).getOrDefault("mode", "");
        Arrays.stream(Fault.values()).filter(known -> known.name().equals(mode)).forEach(known -> fault = known);
        Http.send(exchange, 200, "text/html", SimulatorPages.faults(rules, fault));
    }

    private void rotate(HttpExchange exchange) throws IOException {
        keys.rotate();
        Http.send(exchange, 200, "text/html", SimulatorPages.faults(rules, fault));
    }

    /** Longer than clients wait. */
    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(6));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> scopes(Map<String, String> request) {
        return List.of(request.getOrDefault("scope", "").split(" "));
    }
}
