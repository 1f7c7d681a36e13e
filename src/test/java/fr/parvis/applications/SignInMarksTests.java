package fr.parvis.applications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.openid.Vendor;
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

/** Nobody gets around signing in again by what they type in an address. */
@ParvisTest
class SignInMarksTests {

    private static final String AGAIN = "/connexion?encore=oui";

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Applications applications;

    @Autowired
    Acquaintances acquaintances;

    @Autowired
    MovingClock clock;

    Vendor vendor;
    String login;
    String validation;
    Player zoe;
    Browser browser;

    @BeforeEach
    void begin() {
        vendor = Vendor.register(applications, port);
        zoe = cast.resident("Zoé", "Martin");
        var school = UUID.randomUUID();
        var service = "https://ecole-" + school + ".example/portail";
        applications.save(new Application(
                school,
                "app-" + school,
                "École",
                "Suivre la scolarité.",
                "support@ecole.example",
                Application.Protocol.CAS,
                List.of(service),
                List.of(),
                null,
                Set.of(),
                null,
                Application.Algorithm.RS256,
                false,
                false));
        acquaintances.agree(school, zoe.viewer().account(), Set.of());
        acquaintances.agree(vendor.application.id(), zoe.viewer().account(), Set.of(Claim.GIVEN_NAME, Claim.EMAIL));
        var encoded = URLEncoder.encode(service, StandardCharsets.UTF_8);
        login = "/cas/login?service=" + encoded;
        validation = "/cas/serviceValidate?renew=true&service=" + encoded + "&ticket=";
        browser = signedIn();
        clock.pass(Duration.ofMinutes(5));
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "99999999999999999999", "x"})
    void believesNoMarkThatWasTyped(String mark) {
        assertThat(browser.get(login + "&renew=true&depuis=" + mark).location()).startsWith(AGAIN);
        assertThat(browser.get(vendor.authorize("prompt", "login", "depuis", mark))
                        .location())
                .startsWith(AGAIN);
        var ticket = browser.get(login + "&depuis=" + mark).location().replaceFirst(".*ticket=", "");
        assertThat(new Browser(port).get(validation + ticket).body())
                .as("not fresh")
                .contains("INVALID_TICKET");
    }

    @Test
    void believesAMarkOnlyOfTheBrowserThatWasAsked() {
        var others = signedIn();
        var cas = marked(others.get(login + "&renew=true").location());
        var openid = marked(others.get(vendor.authorize("prompt", "login")).location());
        clock.pass(Duration.ofSeconds(5));
        browser.get(AGAIN);
        browser.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD);
        assertThat(browser.get(cas).location()).startsWith(AGAIN);
        assertThat(browser.get(openid).location()).startsWith(AGAIN);
    }

    @Test
    void believesAMarkOnlyForWhatWasAskedAndForAQuarterOfAnHour() {
        var cas = marked(browser.get(login + "&renew=true").location());
        var openid = marked(browser.get(vendor.authorize("prompt", "login")).location());
        clock.pass(Duration.ofSeconds(5));
        browser.get(AGAIN);
        browser.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD);
        var other = login + "%2Fnotes&renew=true" + cas.replaceFirst(".*(&depuis=)", "$1");
        assertThat(browser.get(other).location()).startsWith(AGAIN);
        assertThat(browser.get(openid.replace("etat-du-navigateur", "autre")).location())
                .startsWith(AGAIN);
        assertThat(browser.get(cas).location()).contains("ticket=ST-");
        assertThat(browser.get(openid).location()).contains("code=");
        clock.pass(Duration.ofMinutes(16));
        assertThat(browser.get(cas).location()).startsWith(AGAIN);
        assertThat(browser.get(openid).location()).startsWith(AGAIN);
    }

    /** The address where the person goes on once they signed in again. */
    private static String marked(String there) {
        var suite = URLDecoder.decode(there.replaceFirst(".*suite=", ""), StandardCharsets.UTF_8);
        assertThat(suite).contains("depuis=");
        return suite.replace("/cas/suite", "/cas/login").replace("/oauth2/suite", "/oauth2/authorize");
    }

    private Browser signedIn() {
        var visitor = new Browser(port);
        visitor.get("/connexion");
        visitor.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD);
        return visitor;
    }
}
