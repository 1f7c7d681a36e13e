package fr.parvis.partners.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.sun.net.httpserver.HttpServer;
import fr.parvis.applications.GuardedFetch;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to a partner's provider and comes back, and where nothing goes. */
class GuardedLineTests {

    private HttpServer server;
    private URI address;

    @BeforeEach
    void echo() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var said = exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
                exchange.sendResponseHeaders(302, 0);
                exchange.getResponseBody().write(said.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRequestAndItsAnswerTravelWholeAndARedirectIsNotFollowed() throws Exception {
        var request = new HTTPRequest(HTTPRequest.Method.POST, address);
        request.setContentType("application/x-www-form-urlencoded");
        request.setAuthorization("Bearer abc");
        request.setBody("code=xyz");

        var answer = line("http://localhost:8080").send(request);

        assertThat(answer.getStatusCode()).isEqualTo(302);
        assertThat(answer.getEntityContentType().getType()).isEqualTo("application/json");
        assertThat(answer.getBody())
                .startsWith("POST application/x-www-form-urlencoded")
                .endsWith("Bearer abc code=xyz");
    }

    @Test
    void nothingGoesIntoTheTownsNetwork() {
        var line = line("https://suresnes.example");

        assertThatThrownBy(() -> line.send(new HTTPRequest(HTTPRequest.Method.GET, address)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("réseau privé");
        assertThatThrownBy(() -> line.retrieveResource(address.toURL()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("réseau privé");
    }

    private static GuardedLine line(String town) {
        var settings = Settings.from(Map.of("PARVIS_BASE_URL", town));
        return new GuardedLine(new GuardedFetch(settings), settings);
    }
}
