package fr.parvis.applications.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Application;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator registers applications; nobody else does. */
@ParvisTest
class ApplicationsConsoleTests {

    private static final String NEW = RegistrationController.PATH;
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]{43})</code>");

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    MovingClock clock;

    @Autowired
    Applications applications;

    Browser browser;

    @BeforeEach
    void begin() {
        browser = signedIn(cast.administrator("Alix", "Garnier"));
        browser.get(NEW);
    }

    @Test
    void registersChangesAndSuspends() {
        answer(Step.PROTOCOL, "protocol", "OPENID");
        answer(Step.ADDRESSES, "addresses", "https://ludo.example/retour\r\nhttps://ludo.example/autre");
        answer(Step.PROOF, "algorithm", "RS256");
        answer(Step.CLAIMS, "claims", "EMAIL");
        answer(
                Step.PEOPLE,
                "name",
                "Jeux de la console",
                "purpose",
                "Emprunter des jeux.",
                "contact",
                "support@ludo.example");
        assertThat(browser.get(path(Step.REVIEW)).body())
                .contains(
                        "OpenID Connect", "https://ludo.example/autre", "adresse électronique", "Emprunter des jeux.");
        var page = browser.post(path(Step.REVIEW));
        var secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as("the secret is shown").isTrue();
        var it = named("Jeux de la console");
        assertThat(it.addresses()).containsExactly("https://ludo.example/retour", "https://ludo.example/autre");
        assertThat(it.claims()).containsExactly(Claim.EMAIL);
        assertThat(applications.bySecret(it.clientId(), secret.group(1))).isPresent();

        var path = ApplicationsController.PATH + "/" + it.id();
        assertThat(browser.get(path).body()).contains(it.clientId()).doesNotContain(secret.group(1));
        assertThat(browser.post(path + "/modifier", form("https://ludo.example/retour"))
                        .location())
                .endsWith(path);
        assertThat(named("Médiathèque de test").clientId()).isEqualTo(it.clientId());
        browser.get(path);
        browser.post(path + "/suspendre");
        assertThat(applications.find(it.id()).orElseThrow().suspended()).isTrue();
        assertThat(browser.get(path).body()).contains("Remettre en service");
        browser.post(path + "/reprendre");
        assertThat(applications.find(it.id()).orElseThrow().suspended()).isFalse();
        assertThat(SECRET.matcher(browser.post(path + "/secret").body()).find()).isTrue();
        assertThat(browser.get(ApplicationsController.PATH).body()).contains("Médiathèque de test", "Jamais utilisée");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://ludo.example/retour",
                "https://ludo.example/*",
                "https://ludo.example/#ici",
                "https://moi@ludo.example/",
                "ludo.example/retour",
                "javascript:alert(1)",
                "https://ludo example/"
            })
    void refusesAnAddressWhereOthersCouldListen(String address) {
        var page =
                browser.post(path(Step.ADDRESSES), "addresses", address, "logoutAddresses", "https://ludo.example/fin");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("addresses-erreur", "https://ludo.example/fin");
    }

    @Test
    void losesNothingThatWasTyped() {
        browser.post(path(Step.ADDRESSES), "addresses", "pas une adresse", "action", "retour");
        assertThat(browser.get(path(Step.ADDRESSES)).body()).contains("pas une adresse");
        assertThat(browser.post(path(Step.PEOPLE), "name", "Piscine", "action", "plus-tard")
                        .location())
                .isEqualTo(ApplicationsController.PATH);
        assertThat(browser.get(NEW).location()).isEqualTo(path(Step.PROTOCOL));
        assertThat(browser.get(path(Step.PEOPLE)).body()).contains("Piscine");
        var unfinished = browser.post(path(Step.REVIEW));
        assertThat(unfinished.status()).isEqualTo(422);
        assertThat(unfinished.body()).contains("addresses-erreur", "pas une adresse");
        assertThat(signedIn(cast.administrator("Sacha", "Roy"))
                        .get(path(Step.PEOPLE))
                        .body())
                .as("of one administrator only")
                .doesNotContain("Piscine");
    }

    @Test
    void asksOlderSoftwareForNoProof() {
        answer(Step.PROTOCOL, "protocol", "CAS");
        assertThat(browser.post(path(Step.ADDRESSES), "addresses", "https://ecole.example/portail")
                        .location())
                .isEqualTo(path(Step.CLAIMS));
        assertThat(browser.post(path(Step.CLAIMS), "action", "retour").location())
                .isEqualTo(path(Step.ADDRESSES));
        answer(
                Step.PEOPLE,
                "name",
                "École de la console",
                "purpose",
                "Suivre la scolarité.",
                "contact",
                "support@ecole.example");
        assertThat(browser.post(path(Step.REVIEW)).location()).startsWith(ApplicationsController.PATH + "/");
        assertThat(named("École de la console").protocol()).isEqualTo(Application.Protocol.CAS);
        assertThat(browser.get(path(Step.PEOPLE)).body()).as("begun afresh").doesNotContain("École de la console");
    }

    @Test
    void isForAdministratorsOnly() {
        var agent = signedIn(cast.agent("Sam", "Ba", "stationnement"));
        assertThat(agent.get(ApplicationsController.PATH).status()).isEqualTo(403);
        assertThat(agent.get(path(Step.PEOPLE)).status()).isEqualTo(403);
        assertThat(agent.post(path(Step.PEOPLE)).status()).isEqualTo(403);
        assertThat(agent.post(path(Step.REVIEW)).status()).isEqualTo(403);
        assertThat(new Browser(port).get(ApplicationsController.PATH).location())
                .contains("/connexion?suite=");
    }

    @Test
    void asksWhoIsThereBeforeASecretIsShown() {
        var alix = signedIn(cast.administrator("Alix", "Garnier"));
        alix.get(NEW);
        clock.pass(Duration.ofMinutes(31));
        try {
            assertThat(alix.get(ApplicationsController.PATH).status()).isEqualTo(200);
            assertThat(alix.get(NEW).location()).contains("/compte/confirmation?suite=");
            assertThat(alix.post(path(Step.REVIEW)).location()).contains("/compte/confirmation?suite=");
        } finally {
            clock.reset();
        }
    }

    private void answer(Step step, String... answers) {
        assertThat(browser.post(path(step), answers).status()).as(step.title()).isEqualTo(303);
    }

    private static String path(Step step) {
        return RegistrationController.PATH + "/" + step.key();
    }

    private static String[] form(String address) {
        return new String[] {
            "name", "Médiathèque de test",
            "purpose", "Emprunter.",
            "contact", "support@ludo.example",
            "addresses", address,
            "logoutAddresses", "https://ludo.example/fin"
        };
    }

    private Application named(String name) {
        return applications.all().stream()
                .filter(application -> application.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Browser signedIn(Player player) {
        return doorman.admit(player.viewer().account(), new Browser(port));
    }
}
