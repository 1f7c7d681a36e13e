package fr.parvis.partners.feeds.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.applications.ApplicationJournal;
import fr.parvis.applications.ApplicationJournal.Event;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.partners.feeds.Enrolments;
import fr.parvis.partners.feeds.Feeds;
import fr.parvis.partners.feeds.polling.Poll.Proof;
import fr.parvis.partners.feeds.polling.Polls;
import fr.parvis.partners.feeds.sftp.DropKeys;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.tracking.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator says how a partner is read; nobody else does. */
@ParvisTest
class FeedDeskTests {

    private static final Pattern ACKNOWLEDGEMENT = Pattern.compile("href=\"([^\"]+/accuse)\"");

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private MovingClock clock;

    @Autowired
    private Feeds feeds;

    @Autowired
    private Polls polls;

    @Autowired
    private DropKeys keys;

    @Autowired
    private ApplicationJournal journal;

    @Autowired
    private Ledger ledger;

    @LocalServerPort
    private int port;

    private PartnerProgram music;
    private String path;
    private Browser browser;

    @BeforeEach
    void begin() {
        music = house.register("Conservatoire", port);
        path = PartnerFeedController.there(music.partner.slug());
        browser = signedIn(cast.administrator("Alix", "Garnier"));
        browser.get(path);
    }

    @Test
    void aMappingIsTriedThenPutToWork() {
        var sample = Enrolments.HEADER + Enrolments.line("INS-1", "ELEVE-1", "Accepté");

        var tried = browser.post(
                path + "/correspondance", "mapping", Enrolments.MAPPING, "sample", sample, "action", "essayer");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body()).contains("case.decided", "INS-1/2", "Ligne 2", "/dossiers/INS-1");
        assertThat(feeds.document(music.partner)).as("only tried").isEmpty();

        browser.post(path + "/correspondance", "mapping", Enrolments.MAPPING, "action", "enregistrer");
        assertThat(feeds.mapping(music.partner)).isPresent();
        assertThat(browser.get(path + "/correspondance").body()).contains("Inscription, &lt;cours&gt;");
    }

    @Test
    void whatIsWrongIsShownOnItsLineAndNothingIsLost() {
        var wrong = Enrolments.MAPPING.replace("total: 4", "total: quatre");

        var page = browser.post(path + "/correspondance", "mapping", wrong, "action", "enregistrer");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Ligne 13", "quatre", "mapping-erreur");
        assertThat(feeds.document(music.partner)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"numero\": 1] | ligne 1",
                "numero;carte | au moins une ligne",
                "'' | Collez un exemple",
                "[] | liste est vide"
            })
    void anExampleThatCannotBeReadIsExplained(String sample, String why) {
        var page = browser.post(
                path + "/correspondance", "mapping", Enrolments.MAPPING, "sample", sample, "action", "essayer");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(why);
    }

    @Test
    void aFileIsReadAndItsAcknowledgementDownloaded() {
        feeds.save(music.partner, Enrolments.MAPPING);
        var zoe = cast.resident("Zoé", "Martin").viewer().account();
        house.link(music, zoe, "ELEVE-1");
        var csv = Enrolments.HEADER + Enrolments.line("INS-1", "ELEVE-1", "Reçu");

        assertThat(upload(csv).location()).endsWith("#fichiers");
        await().until(() -> browser.get(path).body().contains("nouvelle"));

        assertThat(ledger.feed(zoe)).hasSize(1);
        var page = browser.get(path).body();
        var link = ACKNOWLEDGEMENT.matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(browser.get(link.group(1)).body()).contains("\"INS-1/1\";\"applied\"");
        assertThat(upload(csv).body()).contains("déjà venu");
        assertThat(upload("").status()).isEqualTo(422);
        browser.get(path);
        browser.post(link.group(1).replace("/accuse", "/relire"));
        await().until(() -> browser.get(path).body().contains("1 sans changement"));
    }

    @Test
    void anAddressToReadIsKeptAndItsSecretNotShown() {
        feeds.save(music.partner, Enrolments.MAPPING);
        assertThat(poll("https://conservatoire.example/api?depuis={depuis}", "BEARER", "s3cret-a")
                        .status())
                .isEqualTo(303);
        assertThat(polls.find(music.partner).orElseThrow().proof()).isEqualTo(Proof.BEARER);
        assertThat(browser.get(path + "/interrogation").body())
                .contains("Un secret est gardé")
                .doesNotContain("s3cret-a");
        assertThat(poll("https://conservatoire.example/v2", "BEARER", "").status())
                .isEqualTo(303);
        assertThat(polls.hasSecret(music.partner)).isTrue();
        assertThat(poll("https://ailleurs.example/vol", "BEARER", "").status())
                .as("a secret stays with its site")
                .isEqualTo(422);
        assertThat(poll("https://conservatoire.example/v2", "NONE", "").status())
                .isEqualTo(303);
        assertThat(polls.hasSecret(music.partner)).isFalse();
        assertThat(browser.get(path).body()).contains("https://conservatoire.example/v2", "arrêtée");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://conservatoire.example/", "https://moi@conservatoire.example/", "file:///etc/passwd"})
    void anAddressThatCannotBeReadIsRefused(String address) {
        var page = poll(address, "NONE", "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("address-erreur");
        assertThat(polls.find(music.partner)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "minutes, 4",
        "minutes, un",
        "list, data",
        "next, items",
        "proofName, Host",
        "proofName, a b",
        "active, oui"
    })
    void whatCannotBeIsRefused(String field, String value) {
        var page = browser.post(
                path + "/interrogation",
                "address",
                "https://conservatoire.example/",
                "proof",
                "API_KEY",
                "secret",
                "x",
                "proofName",
                field.equals("proofName") ? value : "X-Cle",
                "minutes",
                field.equals("minutes") ? value : "15",
                "list",
                field.equals("list") ? value : "",
                "next",
                field.equals("next") ? value : "",
                "active",
                field.equals("active") ? value : "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains(field + "-erreur");
    }

    @Test
    void aKeyIsGivenAndTakenBack() {
        var line =
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN2PVTYZ928jDlEEbUckM4rSutQCPrLNep15xjcDinBt export@conservatoire";
        assertThat(browser.get(path).body()).contains("sftp -P ", music.partner.slug() + "@localhost", "SHA256:");

        assertThat(browser.post(path + "/cles", "key", line).location()).endsWith("#depot");
        assertThat(browser.get(path).body())
                .contains("export@conservatoire, ssh-ed25519", "SHA256:64KG72U1KpvvypxT7/pjqdjPuyTgQ7/LXgtjHtIXGyQ");
        var again = browser.post(path + "/cles", "key", line);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("déjà dans la liste", "key-erreur", line);
        assertThat(browser.post(path + "/cles", "key", "ssh-ed25519 AAAA").body())
                .contains("incomplète", "ssh-ed25519 AAAA");
        assertThat(keys.of(music.partner)).hasSize(1);

        browser.post(path + "/cles/retirer", "empreinte", "SHA256:64KG72U1KpvvypxT7/pjqdjPuyTgQ7/LXgtjHtIXGyQ");
        assertThat(keys.of(music.partner)).isEmpty();
        assertThat(journal.newest(music.partner.application(), 10))
                .extracting(Event::detail)
                .contains("clé SFTP SHA256:64KG72U1KpvvypxT7/pjqdjPuyTgQ7/LXgtjHtIXGyQ ajoutée par Alix Garnier");
    }

    @Test
    void nobodyElseSeesOrChangesIt() {
        feeds.save(music.partner, Enrolments.MAPPING);
        var agent = signedIn(cast.agent("Karim", "Benali", "etat-civil"));

        for (var page : new String[] {"", "/correspondance", "/interrogation"}) {
            assertThat(agent.get(path + page).status()).isEqualTo(403);
        }
        for (var act : new String[] {
            "/correspondance", "/interrogation", "/boite", "/relecture", "/fichiers", "/cles", "/cles/retirer"
        }) {
            assertThat(agent.post(path + act, "mapping", "x", "key", "x", "empreinte", "x")
                            .status())
                    .isEqualTo(403);
        }
        var file = UUID.randomUUID();
        assertThat(agent.get(path + "/fichiers/" + file + "/accuse").status()).isEqualTo(403);
        assertThat(agent.post(path + "/fichiers/" + file + "/relire").status()).isEqualTo(403);
        assertThat(new Browser(port).get(path).location()).contains("/connexion?suite=");
        assertThat(browser.get("/bureau/partenaires/inconnu/alimentation").status())
                .isEqualTo(404);
        assertThat(browser.get(path + "/fichiers/" + file + "/accuse").status()).isEqualTo(404);
    }

    @Test
    void asksWhoIsThereBeforeAnythingChanges() {
        clock.pass(Duration.ofMinutes(31));
        try {
            assertThat(browser.get(path).status()).isEqualTo(200);
            for (var act : new String[] {"/correspondance", "/interrogation", "/boite", "/relecture", "/cles"}) {
                assertThat(browser.post(path + act, "mapping", Enrolments.MAPPING, "key", "x")
                                .location())
                        .contains("/compte/confirmation?suite=");
            }
            assertThat(feeds.document(music.partner)).isEmpty();
        } finally {
            clock.reset();
        }
    }

    private Browser.Page poll(String address, String proof, String secret) {
        return browser.post(
                path + "/interrogation", "address", address, "proof", proof, "secret", secret, "minutes", "15");
    }

    private Browser.Page upload(String csv) {
        browser.get(path);
        return browser.postFile(
                path + "/fichiers",
                Map.of("_csrf", browser.token()),
                "inscriptions.csv",
                csv.getBytes(StandardCharsets.UTF_8));
    }

    private Browser signedIn(Player player) {
        return doorman.admit(player.viewer().account(), new Browser(port));
    }
}
