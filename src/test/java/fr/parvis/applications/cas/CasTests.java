package fr.parvis.applications.cas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.applications.logout.LogoutListener;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CAS 3 as an older vendor's software meets it. */
@ParvisTest
class CasTests {

    private static final Set<Claim> CLAIMS = Set.of(Claim.GIVEN_NAME, Claim.BIRTH_DATE, Claim.IDENTITY_LEVEL);

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Applications applications;

    @Autowired
    Services services;

    @Autowired
    Acquaintances acquaintances;

    @Autowired
    MovingClock clock;

    UUID application;
    String service;
    Player zoe;
    Browser browser;

    @BeforeEach
    void begin() {
        application = UUID.randomUUID();
        var host = "https://ecole-" + application + ".example";
        service = host + "/portail/accueil?page=1";
        applications.save(school(List.of(host + "/portail")));
        zoe = cast.resident("Zoé", "Martin");
        browser = signedIn();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void tellsAServiceWhoCame() {
        var question = browser.get(login(service));
        assertThat(question.body()).contains("École recevra", "votre prénom", "votre niveau d’identité");
        var back = browser.post("/cas/consentement", "demande", service, "accord", "oui")
                .header("Refresh");
        assertThat(back).startsWith("0;url=" + service + "&ticket=ST-");
        assertThat(ticket(back)).as("the characters of CAS 3.0, section 3.7").matches("ST-[A-Za-z0-9-]+");
        var answer = validate(ticket(back), service);
        var sub = acquaintances
                .find(application, zoe.viewer().account())
                .orElseThrow()
                .sub();
        assertThat(answer.header("Content-Type")).contains("xml");
        assertThat(answer.body())
                .contains(
                        "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\"><cas:authenticationSuccess>",
                        "<cas:user>" + sub + "</cas:user>",
                        "<cas:given_name>Zoé</cas:given_name>",
                        "<cas:fr.parvis.identity_level>DECLARED</cas:fr.parvis.identity_level>")
                .doesNotContain(zoe.email(), "cas:birthdate");
        assertThat(new Browser(port)
                        .get("/cas/p3/serviceValidate?format=JSON&service=" + encode(service) + "&ticket=" + ticket())
                        .body())
                .contains("\"user\":\"" + sub + "\"");
        assertThat(new Browser(port)
                        .get("/cas/validate?service=" + encode(service) + "&ticket=" + ticket())
                        .body())
                .isEqualTo("yes\n" + sub + "\n");
    }

    @Test
    void takesATicketOnceInTimeAndForItsService() {
        agree();
        var ticket = ticket();
        assertThat(validate(ticket, service).body()).contains("authenticationSuccess");
        assertThat(validate(ticket, service).body()).contains("code=\"INVALID_TICKET\"");
        var other = ticket();
        assertThat(validate(other, service + "0").body()).contains("code=\"INVALID_SERVICE\"");
        assertThat(validate(other, service).body()).as("burnt").contains("code=\"INVALID_TICKET\"");
        var late = ticket();
        clock.pass(Duration.ofSeconds(11));
        assertThat(validate(late, service).body()).contains("code=\"INVALID_TICKET\"");
        assertThat(new Browser(port).get("/cas/serviceValidate?ticket=ST-1").body())
                .contains("code=\"INVALID_REQUEST\"");
        assertThat(validate("ST-<&", service).body()).contains("code=\"INVALID_TICKET\"");
    }

    @Test
    void tellsServicesThatTheSessionEnded() throws Exception {
        try (var listener = new LogoutListener()) {
            service = listener.address();
            applications.save(school(List.of(service)));
            agree();
            var entered = ticket();
            assertThat(validate(entered, service).body()).contains("authenticationSuccess");
            var neverUsed = ticket();
            browser.get("/compte");
            browser.post("/deconnexion");
            var told = URLDecoder.decode(
                    await().until(listener::token, request -> !request.isEmpty()), StandardCharsets.UTF_8);
            assertThat(told)
                    .startsWith("<samlp:LogoutRequest xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"")
                    .contains("<samlp:SessionIndex>" + entered + "</samlp:SessionIndex>")
                    .doesNotContain(neverUsed, zoe.email());
        }
    }

    @Test
    void saysThatProxyTicketsAreNotServed() {
        assertThat(validate("PT-1", service).body()).contains("INVALID_TICKET_SPEC", "proxy tickets are not served");
        assertThat(new Browser(port).get("/cas/proxy?pgt=PGT-1&targetService=x").body())
                .contains("<cas:proxyFailure code=\"UNAUTHORIZED_SERVICE_PROXY\">", "proxy tickets are not served");
    }

    @Test
    void asksThePersonToSignInAgainWhenAsked() {
        agree();
        var fresh = "/cas/serviceValidate?renew=true&service=" + encode(service) + "&ticket=";
        assertThat(new Browser(port).get(fresh + ticket()).body()).contains("code=\"INVALID_TICKET\"");
        clock.pass(Duration.ofMinutes(1));
        var there = browser.get(login(service) + "&renew=true").location();
        assertThat(there).startsWith("/connexion?encore=oui&suite=");
        var suite = URLDecoder.decode(there.substring(there.indexOf("suite=") + 6), StandardCharsets.UTF_8);
        var without = browser.get(suite).header("Refresh").replace("0;url=", "");
        assertThat(browser.get(without).location()).startsWith("/connexion?encore=oui");
        browser.get(there);
        browser.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD, "suite", suite);
        var onward = browser.get(suite).header("Refresh").replace("0;url=", "");
        assertThat(new Browser(port)
                        .get(fresh + ticket(browser.get(onward).location()))
                        .body())
                .contains("authenticationSuccess");
    }

    @Test
    void asksNothingAtTheGateway() {
        assertThat(new Browser(port).get(login(service) + "&gateway=true").location())
                .isEqualTo(service);
        assertThat(browser.get(login(service) + "&gateway=true").location())
                .as("no agreement yet")
                .isEqualTo(service);
        agree();
        assertThat(browser.get(login(service) + "&gateway=true").location()).contains("&ticket=ST-");
    }

    @Test
    void endsWithTheAgreementAndTheSuspension() {
        agree();
        var ticket = ticket();
        acquaintances.withdraw(application, zoe.viewer().account());
        assertThat(validate(ticket, service).body()).contains("code=\"INVALID_TICKET\"");
        applications.suspend(application, true);
        assertThat(browser.get(login(service)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://%s.example.evil.example/portail",
                "http://%s.example/portail",
                "https://%s.example:8443/portail",
                "https://%s.example/portail-faux",
                "https://%s.example/portail/../autre",
                "https://%s.example/portail/%%2e%%2E/autre",
                "https://%s.example/portail/..%%2fautre",
                "https://%s.example/portail/..%%5Cautre",
                "https://%s.example/portail/..;/autre",
                "https://moi@%s.example/portail",
                "https://%s.example/portail#ici",
                "javascript:alert(1)",
                "/portail"
            })
    void neverSendsAnybodyToAServiceThatIsNotRegistered(String address) {
        var page = browser.get(login(address.formatted("ecole-" + application)));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.location()).isEmpty();
        assertThat(page.body())
                .as("the town's page repeats nothing that strangers wrote")
                .doesNotContain(application.toString(), "javascript");
    }

    @Test
    void givesAPathToTheApplicationWhoseAddressIsLongest() {
        var host = "https://ecole-" + application + ".example";
        var canteen = UUID.randomUUID();
        for (var name : List.of("A", "Z")) { // whatever the order of names
            applications.save(school(canteen, name + " cantine", List.of(host + "/portail/cantine")));
            assertThat(services.of(host + "/portail/cantine/menu").orElseThrow().id())
                    .isEqualTo(canteen);
            assertThat(services.of(host + "/portail/notes").orElseThrow().id()).isEqualTo(application);
        }
        applications.suspend(canteen, true);
        assertThat(services.of(host + "/portail/cantine/menu"))
                .as("suspended, it is not left to the other")
                .isEmpty();
    }

    @Test
    void leadsAStrangerThroughTheSignInPage() {
        var there = new Browser(port).get(login(service)).location();
        assertThat(there).startsWith("/connexion?suite=%2Fcas%2Fsuite%3Fservice%3D");
        assertThat(browser.get("/cas/login").location()).isEqualTo("/mon-fil");
        assertThat(browser.get("/cas/logout?service=https%3A%2F%2Fevil.example").location())
                .isEqualTo("/connect/logout");
    }

    @Test
    void sendsBackWhoDeclinesWithoutATicket() {
        browser.get(login(service));
        assertThat(browser.post("/cas/consentement", "demande", service, "accord", "non")
                        .header("Refresh"))
                .isEqualTo("0;url=" + service);
        assertThat(browser.post("/cas/consentement", "demande", "https://evil.example/", "accord", "oui")
                        .status())
                .isEqualTo(404);
        assertThat(browser.postAsIs("/cas/consentement", "demande", service, "accord", "oui")
                        .status())
                .as("no forgery token")
                .isNotEqualTo(200);
    }

    private Application school(List<String> addresses) {
        return school(application, "École", addresses);
    }

    private static Application school(UUID id, String name, List<String> addresses) {
        return new Application(
                id,
                "app-" + id,
                name,
                "Suivre la scolarité.",
                "support@ecole.example",
                Protocol.CAS,
                addresses,
                List.of(),
                null,
                CLAIMS,
                null,
                Algorithm.RS256,
                false,
                false);
    }

    private void agree() {
        acquaintances.agree(application, zoe.viewer().account(), CLAIMS);
    }

    private String ticket() {
        return ticket(browser.get(login(service)).location());
    }

    private static String ticket(String address) {
        return address.substring(address.indexOf("ticket=") + "ticket=".length());
    }

    private Browser.Page validate(String ticket, String forService) {
        return new Browser(port)
                .get("/cas/p3/serviceValidate?service=" + encode(forService) + "&ticket=" + encode(ticket));
    }

    private static String login(String service) {
        return "/cas/login?service=" + encode(service);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser signedIn() {
        var visitor = new Browser(port);
        visitor.get("/connexion");
        visitor.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD);
        return visitor;
    }
}
