package fr.parvis.partners.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import fr.parvis.demo.openid.ProviderSimulator;
import fr.parvis.demo.openid.Rules;
import fr.parvis.demo.openid.Subject;
import fr.parvis.kernel.Settings.Registration;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.links.FamilyLinks;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Link.Proof;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linking.Client;
import fr.parvis.partners.links.Linkings;
import fr.parvis.testing.AtProvider;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Linking by signing in at the partner's: OpenID Connect and CAS, there and back. */
@ParvisTest
class PartnerSignInTests {

    private static final String SECRET = "un-secret-de-la-ville-chez-son-partenaire";

    private static final Registration CLIENT = new Registration(URI.create("http://127.0.0.1"), "ville", SECRET);

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Linkings linkings;

    @Autowired
    private FamilyLinks links;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @LocalServerPort
    private int port;

    private PartnerProgram library;
    private Player zoe;
    private Browser browser;
    private String path;

    @BeforeEach
    void somebodyIsThere() {
        library = house.register("Médiathèque", port);
        zoe = cast.resident("Zoé", "Martin");
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
        path = "/mes-services/" + library.partner.slug();
    }

    @Test
    void signingInByOpenIdConnectLinks() throws IOException {
        try (var provider = provider()) {
            openId(provider.issuer());
            var there = browser.get(path + "/lier/connexion").location();
            assertThat(there).startsWith(provider.issuer()).contains("state=", "nonce=");

            var back = new AtProvider(provider.issuer()).signsIn(there, "zoe");
            assertThat(browser.get(back).location()).isEqualTo(path + "/lier/accord");
            assertThat(links.of(zoe.viewer().account())).isEmpty();
            assertThat(browser.get(path + "/lier/accord").body()).contains("Zoé de la médiathèque");
            browser.post(path + "/lier/accord", "label", "Moi");

            assertThat(links.of(zoe.viewer().account()))
                    .extracting(Link::member, Link::provenBy)
                    .containsExactly(tuple("membre-zoe-" + library.partner.id(), Proof.OPENID));
        }
    }

    @Test
    void anAnswerForAnotherBrowserLinksNothing() throws IOException {
        try (var provider = provider()) {
            openId(provider.issuer());
            var there = browser.get(path + "/lier/connexion").location();
            var back = new AtProvider(provider.issuer()).signsIn(there, "zoe");
            var paul = doorman.admit(cast.resident("Paul", "Arnaud").viewer().account(), new Browser(port));

            assertThat(paul.get(back).location()).isEqualTo(path + "?fait=perdu");
            assertThat(browser.get(path + "/retour?error=access_denied&state=x").location())
                    .isEqualTo(path + "?fait=perdu");
        }
    }

    @Test
    void givingUpAndOutagesLeaveAWayOn() throws IOException {
        try (var provider = provider()) {
            openId(provider.issuer());
            var visit = new AtProvider(provider.issuer());
            var there = browser.get(path + "/lier/connexion").location();
            visit.makes("DENIED");
            assertThat(browser.get(visit.signsIn(there, "zoe")).location()).isEqualTo(path + "?fait=abandon");
        }
        openId("http://127.0.0.1:9/api");
        assertThat(browser.get(path + "/lier/connexion").location()).isEqualTo(path + "?fait=panne");
        openId("http://169.254.169.254/api");
        assertThat(browser.get(path + "/lier/connexion").location()).isEqualTo(path + "?fait=panne");
        assertThat(browser.get(path + "?fait=panne").body()).contains("ne répond pas pour le moment", "Une question");
    }

    @Test
    void signingInByCasLinks() throws IOException {
        var server = casServer("""
                <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess>\
                <cas:user>cas-%s</cas:user></cas:authenticationSuccess></cas:serviceResponse>
                """.formatted(library.partner.id()));
        try {
            offer(Proof.CAS, "http://127.0.0.1:" + server.getAddress().getPort() + "/cas", null);
            var service = casService();

            assertThat(browser.get(service + "&ticket=ST-1").location()).isEqualTo(path + "/lier/accord");
            browser.post(path + "/lier/accord", "label", "Moi");
            assertThat(links.of(zoe.viewer().account()))
                    .extracting(Link::member)
                    .containsExactly("cas-" + library.partner.id());
            assertThat(browser.get(service + "&ticket=ST-1").location()).isEqualTo(path + "?fait=perdu");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aTicketThatCasRefusesLinksNothing() throws IOException {
        var server = casServer("""
                <cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\
                <cas:authenticationFailure code="INVALID_TICKET">non</cas:authenticationFailure></cas:serviceResponse>
                """);
        offer(Proof.CAS, "http://127.0.0.1:" + server.getAddress().getPort() + "/cas", null);
        assertThat(browser.get(casService() + "&ticket=ST-1").location()).isEqualTo(path + "?fait=refus");
        assertThat(browser.get(casService()).location()).isEqualTo(path + "?fait=abandon");
        var service = casService();
        server.stop(0);
        assertThat(browser.get(service + "&ticket=ST-1").location()).isEqualTo(path + "?fait=panne");
    }

    private String casService() {
        var there = browser.get(path + "/lier/connexion").location();
        assertThat(there).contains("/cas/login?service=");
        var service = URI.create(URLDecoder.decode(
                there.substring(there.indexOf("service=") + "service=".length()), StandardCharsets.UTF_8));
        return service.getRawPath() + "?" + service.getRawQuery();
    }

    private static HttpServer casServer(String answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/cas/serviceValidate", exchange -> {
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        return server;
    }

    private ProviderSimulator provider() throws IOException {
        return ProviderSimulator.start(
                0,
                new Rules(
                        "Médiathèque",
                        CLIENT,
                        "simple",
                        List.of(new Reader(library.partner.id().toString())),
                        request -> true));
    }

    private void openId(String issuer) {
        offer(Proof.OPENID, issuer, new Client(CLIENT.clientId(), SECRET));
    }

    private void offer(Proof method, String address, @Nullable Client client) {
        linkings.save(new Linking(
                library.partner.id(), method, "Vos prêts.", "Un numéro.", URI.create(address), client, null));
    }

    /** Somebody who has an account at the partner's. */
    private record Reader(String of) implements Subject {

        @Override
        public String id() {
            return "zoe";
        }

        @Override
        public String about() {
            return "a reader";
        }

        @Override
        public String name() {
            return "Zoé";
        }

        @Override
        public Map<String, Object> claims(List<String> scopes) {
            return Map.of("name", "Zoé de la médiathèque");
        }

        @Override
        public String sub(String client) {
            return "membre-zoe-" + of;
        }
    }
}
