package fr.parvis.applications.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Application;
import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ApplicationJournal.Kind;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.applications.openid.Vendor;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
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

    @Autowired
    ApplicationJournal journal;

    Browser browser;

    @BeforeEach
    void begin() {
        browser = signedIn(cast.administrator("Alix", "Garnier"));
        browser.get(NEW);
    }

    @Test
    void registersChangesAndSuspends() {
        answer(RegistrationStep.PROTOCOL, "protocol", "OPENID");
        answer(RegistrationStep.ADDRESSES, "addresses", "https://ludo.example/retour\r\nhttps://ludo.example/autre");
        answer(RegistrationStep.PROOF, "algorithm", "RS256");
        answer(RegistrationStep.CLAIMS, "claims", "EMAIL");
        answer(
                RegistrationStep.PEOPLE,
                "name",
                "Jeux de la console",
                "purpose",
                "Emprunter des jeux.",
                "contact",
                "support@ludo.example");
        assertThat(browser.get(path(RegistrationStep.REVIEW)).body())
                .contains(
                        "OpenID Connect", "https://ludo.example/autre", "adresse électronique", "Emprunter des jeux.");
        var page = browser.post(path(RegistrationStep.REVIEW));
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
        var page = browser.post(
                path(RegistrationStep.ADDRESSES), "addresses", address, "logoutAddresses", "https://ludo.example/fin");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("addresses-erreur", "https://ludo.example/fin");
    }

    @Test
    void losesNothingThatWasTyped() {
        browser.post(path(RegistrationStep.ADDRESSES), "addresses", "pas une adresse", "action", "retour");
        assertThat(browser.get(path(RegistrationStep.ADDRESSES)).body()).contains("pas une adresse");
        assertThat(browser.post(path(RegistrationStep.PEOPLE), "name", "Piscine", "action", "plus-tard")
                        .location())
                .isEqualTo(ApplicationsController.PATH);
        assertThat(browser.get(NEW).location()).isEqualTo(path(RegistrationStep.PROTOCOL));
        assertThat(browser.get(path(RegistrationStep.PEOPLE)).body()).contains("Piscine");
        var unfinished = browser.post(path(RegistrationStep.REVIEW));
        assertThat(unfinished.status()).isEqualTo(422);
        assertThat(unfinished.body()).contains("addresses-erreur", "pas une adresse");
        assertThat(signedIn(cast.administrator("Sacha", "Roy"))
                        .get(path(RegistrationStep.PEOPLE))
                        .body())
                .as("of one administrator only")
                .doesNotContain("Piscine");
    }

    @Test
    void asksOlderSoftwareForNoProof() {
        answer(RegistrationStep.PROTOCOL, "protocol", "CAS");
        assertThat(browser.post(path(RegistrationStep.ADDRESSES), "addresses", "https://ecole.example/portail")
                        .location())
                .isEqualTo(path(RegistrationStep.CLAIMS));
        assertThat(browser.get(path(RegistrationStep.PROTOCOL)).body())
                .as("how many there are is not known yet")
                .doesNotContain("étape");
        assertThat(browser.get(path(RegistrationStep.ADDRESSES)).body())
                .contains("étape&nbsp;1 sur&nbsp;4")
                .doesNotContain("redirect_uri", "logoutAddresses", "backChannel");
        assertThat(browser.get(path(RegistrationStep.CLAIMS)).body()).doesNotContain("offline");
        assertThat(browser.post(path(RegistrationStep.CLAIMS), "action", "retour")
                        .location())
                .isEqualTo(path(RegistrationStep.ADDRESSES));
        answer(
                RegistrationStep.PEOPLE,
                "name",
                "École de la console",
                "purpose",
                "Suivre la scolarité.",
                "contact",
                "support@ecole.example");
        assertThat(browser.post(path(RegistrationStep.REVIEW)).location())
                .startsWith(ApplicationsController.PATH + "/");
        assertThat(named("École de la console").protocol()).isEqualTo(Application.Protocol.CAS);
        assertThat(browser.get(path(RegistrationStep.PEOPLE)).body())
                .as("begun afresh")
                .doesNotContain("École de la console");
    }

    @Test
    void keepsOfOlderSoftwareOnlyWhatItSpeaksOf() {
        answer(RegistrationStep.PROTOCOL, "protocol", "OPENID");
        answer(
                RegistrationStep.ADDRESSES,
                "addresses",
                "https://ecole.example/portail",
                "backChannel",
                "https://ecole.example/fin");
        answer(RegistrationStep.CLAIMS, "claims", "EMAIL", "offline", "oui");
        answer(RegistrationStep.PROTOCOL, "protocol", "CAS");
        answer(
                RegistrationStep.PEOPLE,
                "name",
                "École qui a changé",
                "purpose",
                "Suivre la scolarité.",
                "contact",
                "support@ecole.example");
        browser.post(path(RegistrationStep.REVIEW));
        var it = named("École qui a changé");
        assertThat(it.backChannel()).isNull();
        assertThat(it.offline()).isFalse();
    }

    @Test
    void notesWhoDidWhat() {
        var it = vendor();
        var path = ApplicationsController.PATH + "/" + it;
        browser.get(path);
        browser.post(path + "/suspendre");
        browser.post(path + "/reprendre");
        browser.post(path + "/secret");
        assertThat(browser.get(path).body())
                .contains("suspendue par Alix Garnier", "remise en service par Alix", "secret renouvelé par Alix");
    }

    @Test
    void showsRefusalsAloneAndOlderThings() {
        var it = vendor();
        var path = ApplicationsController.PATH + "/" + it;
        journal.note(it, Kind.REFUSED, "le plus ancien refus");
        for (int i = 0; i < 30; i++) {
            journal.signedIn(it, UUID.randomUUID());
        }
        var newest = browser.get(path).body();
        assertThat(newest).contains("Plus ancien", "30 en tout").doesNotContain("le plus ancien refus");
        var older = Pattern.compile("href=\"([^\"]*avant=[^\"#]*)").matcher(newest);
        assertThat(older.find()).isTrue();
        assertThat(browser.get(older.group(1)).body())
                .contains("le plus ancien refus")
                .doesNotContain("Plus ancien<");
        assertThat(browser.get(path + "?erreurs=oui").body())
                .contains("le plus ancien refus")
                .doesNotContain("Plus ancien<", ">Connexion<");
    }

    @Test
    void takesALogoForWhatItIs() throws Exception {
        var it = vendor();
        var logo = "/applications/" + it + "/logo";
        var visitor = new Browser(port);
        assertThat(visitor.get(logo).body()).as("its initial").contains("<svg", ">M</text>");
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        assertThat(send(it, picture.toByteArray())).contains("logo=KEPT");
        var shown = visitor.get(logo);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Content-Security-Policy")).contains("sandbox");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(send(it, "<svg onload=\"alert(1)\"/>".getBytes(StandardCharsets.UTF_8)))
                .contains("logo=NOT_A_PICTURE");
        assertThat(send(it, Arrays.copyOf(picture.toByteArray(), 40)))
                .as("half a picture")
                .contains("logo=NOT_A_PICTURE");
        assertThat(send(it, "RIFF____WEBPVP8 et puis plus rien".getBytes(StandardCharsets.UTF_8)))
                .contains("logo=NOT_A_PICTURE");
        assertThat(send(it, Arrays.copyOf(picture.toByteArray(), 100_001))).contains("logo=TOO_HEAVY");
        assertThat(visitor.get(logo).header("Content-Type"))
                .as("the former stays")
                .isEqualTo("image/png");
        assertThat(browser.get(ApplicationsController.PATH + "/" + it + "?logo=TOO_HEAVY")
                        .body())
                .contains("Ce logo dépasse");
        assertThat(visitor.get("/applications/" + UUID.randomUUID() + "/logo").status())
                .isEqualTo(404);
    }

    @Test
    void isForAdministratorsOnly() {
        var agent = signedIn(cast.agent("Sam", "Ba", "stationnement"));
        assertThat(agent.get(ApplicationsController.PATH).status()).isEqualTo(403);
        assertThat(agent.get(path(RegistrationStep.PEOPLE)).status()).isEqualTo(403);
        assertThat(agent.post(path(RegistrationStep.PEOPLE)).status()).isEqualTo(403);
        assertThat(agent.post(path(RegistrationStep.REVIEW)).status()).isEqualTo(403);
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
            assertThat(alix.post(path(RegistrationStep.REVIEW)).location()).contains("/compte/confirmation?suite=");
        } finally {
            clock.reset();
        }
    }

    private String send(UUID application, byte[] logo) {
        var path = ApplicationsController.PATH + "/" + application;
        browser.get(path);
        return browser.postFile(path + "/logo", Map.of("_csrf", browser.token()), "logo.png", logo)
                .location();
    }

    private UUID vendor() {
        return Vendor.register(applications, port).application.id();
    }

    private void answer(RegistrationStep step, String... answers) {
        assertThat(browser.post(path(step), answers).status()).as(step.title()).isEqualTo(303);
    }

    private static String path(RegistrationStep step) {
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
