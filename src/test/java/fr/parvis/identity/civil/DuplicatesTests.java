package fr.parvis.identity.civil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.testing.AtProvider;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Browser.Page;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.MailServer;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.testing.TestEnvironment;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several accounts have one identity: an administrator says which is the person's, who learns of it by e-mail. */
@ParvisTest
class DuplicatesTests {

    private static final AtProvider THERE = new AtProvider(TestEnvironment.franceConnect());
    private static final String DESK = DuplicatesController.PATH;
    private static final CivilIdentity CAMILLE =
            new CivilIdentity("Camille Rose", "Duval", "", "unspecified", "1990-02-28", "75112", "99100");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccountTable accounts;

    @Autowired
    Links links;

    @Autowired
    CivilIdentityTable identities;

    @Autowired
    Duplicates duplicates;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    MovingClock clock;

    UUID first;
    UUID second;
    Browser browser;

    @BeforeEach
    void camilleHasTwoAccounts() {
        forgetCamille();
        first = open("camille.ancien@mel.example");
        second = open("c.duval@autre.example");
        browser = new Browser(port);
    }

    @AfterEach
    void forgetCamille() {
        clock.reset();
        jdbc.sql("delete from identity.account where last_name = 'Duval'").update();
        jdbc.sql("delete from identity.duplicate").update();
        MailServer.forget("camille.ancien@mel.example");
        MailServer.forget("c.duval@autre.example");
    }

    @Test
    void asksAnAdministratorOnceAndGivesAReference() {
        var page = browser.get(come().location());
        var reference = duplicates.all().getFirst().reference().value();
        assertThat(page.body())
                .contains("Une personne de la mairie va le regarder", reference)
                .doesNotContain("camille.ancien", "autre.example", "Camille");
        assertThat(browser.get("/compte").status()).isEqualTo(302);

        clock.pass(Duration.ofHours(2));
        assertThat(come().location()).endsWith(reference);
        assertThat(duplicates.all()).hasSize(1);
        assertThat(browser.get("/connexion/franceconnect/plusieurs-comptes?reference=222-222-222")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsWhatTellsTheAccountsApart() {
        come();
        var desk = administrator();
        assertThat(desk.get(DESK).body()).contains("Identités à rapprocher <span class=\"count\">1</span>");
        assertThat(desk.get(one()).body())
                .contains("Camille Rose", "février", "c…@mel.example", "c…@autre.example", "aucune demande en cours")
                .contains("jamais utilisé depuis six mois")
                .doesNotContain("camille.ancien@");
    }

    @Test
    void opensTheAccountThatTheAdministratorChose() {
        come();
        var desk = administrator();
        desk.get(one());
        assertThat(desk.post(one() + "/rattachement", "account", first.toString())
                        .location())
                .isEqualTo(DESK + "?fait=lie");
        assertThat(desk.get(DESK).body()).contains("FranceConnect lié au compte de Camille Duval, décidé par Alix");
        Inbox.read("camille.ancien@mel.example", "FranceConnect est lié à votre compte");
        assertThat(Inbox.read("c.duval@autre.example", "FranceConnect ouvre un autre"))
                .doesNotContain("camille.ancien");

        assertThat(come().location()).isEqualTo("/services");
        assertThat(browser.get("/compte").body()).contains("camille.ancien@mel.example");
        assertThat(browser.get("/compte/securite").body()).contains("la ville a lié FranceConnect à votre compte");
        assertThat(jdbc.sql("select count(*) from identity.duplicate where civil_identity is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesWithAReasonThatStaysInTheDesk() {
        var reference = come().location();
        var desk = administrator();
        var path = one();
        desk.get(path);
        assertThat(desk.post(path + "/refus", "reason", " ").status()).isEqualTo(422);
        assertThat(desk.post(path + "/refus", "reason", "Ne répond pas au téléphone")
                        .location())
                .isEqualTo(DESK + "?fait=refus");
        assertThat(desk.get(DESK).body()).contains("aucun compte lié (Ne répond pas au téléphone)");
        for (var address : new String[] {"camille.ancien@mel.example", "c.duval@autre.example"}) {
            assertThat(Inbox.read(address, "Une entrée par FranceConnect"))
                    .contains(reference.substring(reference.indexOf('=') + 1))
                    .doesNotContain("téléphone\u00a0:", "Ne répond pas");
        }
        assertThat(browser.get(come().location()).body()).contains("FranceConnect n’ouvre aucun de ces comptes");
        assertThat(desk.post(path + "/rattachement", "account", first.toString())
                        .location())
                .isEqualTo(DESK + "?fait=deja");
        assertThat(links.isLinked(first)).isFalse();

        clock.pass(Duration.ofDays(8));
        come();
        assertThat(duplicates.countWaiting()).isEqualTo(1);
    }

    @Test
    void linksNoAccountOfSomebodyElse() {
        come();
        var desk = administrator();
        desk.get(one());
        var other = cast.resident("Zoé", "Martin").viewer().account();
        assertThat(desk.post(one() + "/rattachement", "account", other.toString())
                        .location())
                .isEqualTo(DESK + "?fait=autre");
        assertThat(links.isLinked(other)).isFalse();
        assertThat(duplicates.countWaiting()).isEqualTo(1);
    }

    @Test
    void isForAdministratorsOnly() {
        come();
        var path = one();
        for (var account : new UUID[] {
            cast.agent("Nadia", "Belkacem", "stationnement").viewer().account(),
            cast.resident("Zoé", "Martin").viewer().account()
        }) {
            var other = doorman.admit(account, new Browser(port));
            assertThat(other.get(DESK).status()).isEqualTo(403);
            assertThat(other.get(path).status()).isEqualTo(403);
            assertThat(other.post(path + "/rattachement", "account", first.toString())
                            .status())
                    .isEqualTo(403);
            assertThat(other.post(path + "/refus", "reason", "non").status()).isEqualTo(403);
        }
        assertThat(duplicates.countWaiting()).isEqualTo(1);
    }

    @Test
    void forgetsInTime() {
        come();
        duplicates.deleteOld();
        assertThat(duplicates.all()).hasSize(1);
        clock.pass(Duration.ofDays(91));
        duplicates.deleteOld();
        assertThat(duplicates.all()).isEmpty();
    }

    private UUID open(String email) {
        var id = UUID.randomUUID();
        accounts.insert(new Account(id, "Camille", "Duval", email, null, false, false));
        identities.prove(id, new CertifiedIdentity(CAMILLE, Prover.FRANCECONNECT, clock.instant(), "eidas1"));
        return id;
    }

    private String one() {
        return DESK + "/" + duplicates.all().getFirst().id();
    }

    private Browser administrator() {
        return doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), new Browser(port));
    }

    private Page come() {
        browser.get("/connexion");
        var there =
                browser.post("/connexion/franceconnect", "suite", "/services").location();
        return browser.get(THERE.signsIn(there, "camille"));
    }
}
