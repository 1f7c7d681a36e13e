package fr.parvis.identity.franceconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.organisation.Organisation;
import fr.parvis.testing.AtProvider;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import fr.parvis.testing.TestEnvironment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in with FranceConnect, over its real protocol; each broken rule leads to nobody's account. */
@ParvisTest
class FranceConnectTests {

    private static final AtProvider THERE = new AtProvider(TestEnvironment.franceConnect());

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    MovingClock clock;

    Browser browser;

    @BeforeEach
    void nobodyIsKnown() {
        jdbc.sql("delete from identity.account where email like '%@mel.example' and id in"
                        + " (select account_id from identity.civil_identity)")
                .update();
        browser = new Browser(port);
        browser.get("/connexion");
    }

    @AfterEach
    void allIsWell() {
        THERE.makes("NONE");
        clock.reset();
    }

    @Test
    void opensAnAccountAndFindsItAgain() {
        assertThat(come("lea", "/services").location()).isEqualTo("/services");
        assertThat(browser.get("/mon-fil").body()).contains("Bonjour Léa");
        assertThat(browser.get("/compte").body()).contains("Léa Fontaine", "lea.fontaine@mel.example");
        assertThat(browser.get("/compte/franceconnect").body()).contains("choisissez d’abord un mot de passe");

        browser = new Browser(port);
        browser.get("/connexion");
        come("lea", "/mon-fil");
        assertThat(count("Fontaine")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"odile,Odile Marchand", "rui,Rui Ferreira", "aminata,Aminata Diallo"})
    void takesEveryCivilStatus(String citizen, String name) {
        come(citizen, "/mon-fil");
        assertThat(browser.get("/compte").body()).contains(name);
    }

    @Test
    void saysWhatToDoWithoutAnAddress() {
        int before = count("Benali");
        assertThat(come("malik", "/mon-fil").location()).isEqualTo("/connexion?franceconnect=sans-adresse");
        assertThat(browser.get("/connexion?franceconnect=sans-adresse").body()).contains("Créez d’abord un compte");
        assertThat(count("Benali")).isEqualTo(before);
    }

    @Test
    void givesTwoPeopleWithOneAddressTwoAccounts() {
        come("paul", "/mon-fil");
        browser = new Browser(port);
        browser.get("/connexion");
        come("helene", "/mon-fil");
        assertThat(browser.get("/compte").body()).contains("Hélène Garnier", "famille.garnier@mel.example");
    }

    @Test
    void asksForThePasswordOfAnAccountWithTheSameAddress() {
        var sacha = accounts.open(new NewAccount("S.", "Bonnet", "sacha.bonnet@mel.example", Cast.PASSWORD, false));
        try {
            assertThat(come("sacha", "/services").location()).isEqualTo(ReunionController.PATH);
            assertThat(browser.get("/mon-fil").status()).isEqualTo(302);
            assertThat(browser.get(ReunionController.PATH).body())
                    .contains("Bonjour Sacha", "sacha.bonnet@mel.example");
            assertThat(joins("pas le bon").status()).isEqualTo(422);
            assertThat(joins(Cast.PASSWORD).location()).isEqualTo("/services");
            assertThat(browser.get("/compte").body()).contains("Sacha Bonnet");

            assertThat(browser.get("/compte/franceconnect").body()).contains("FranceConnect ouvre ce compte");
            browser.post("/compte/franceconnect/retrait");
            assertThat(browser.get("/compte/franceconnect").body()).contains("FranceConnect n’ouvre pas ce compte");
        } finally {
            jdbc.sql("delete from identity.account where id = :id")
                    .param("id", sacha)
                    .update();
        }
    }

    @Test
    void opensAnotherAccountForWhoSharesAnAddress() {
        var other = accounts.open(new NewAccount("Marc", "Bonnet", "sacha.bonnet@mel.example", Cast.PASSWORD, false));
        try {
            come("sacha", "/mon-fil");
            browser.get(ReunionController.PATH);
            assertThat(browser.post(ReunionController.PATH + "/nouveau-compte").location())
                    .isEqualTo("/mon-fil");
            assertThat(browser.get("/compte").body()).contains("Sacha Bonnet");
            assertThat(accounts.find(other).orElseThrow().firstName()).isEqualTo("Marc");
        } finally {
            jdbc.sql("delete from identity.account where id = :id")
                    .param("id", other)
                    .update();
        }
    }

    @Test
    void neverOpensTheDesk(@Autowired Organisation organisation) {
        come("lea", "/mon-fil");
        var lea = jdbc.sql("select id from identity.account where last_name = 'Fontaine'")
                .query(java.util.UUID.class)
                .single();
        organisation.makeAdministrator(lea);
        browser = new Browser(port);
        browser.get("/connexion");
        assertThat(come("lea", "/bureau").location()).isEqualTo("/connexion?franceconnect=agent");
        assertThat(browser.get("/connexion?franceconnect=agent").body()).contains("entrez avec votre mot de passe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TOKEN_REFUSED",
                "WRONG_ISSUER_ANSWER",
                "WRONG_NONCE",
                "OTHER_ISSUER",
                "OTHER_AUDIENCE",
                "EXPIRED",
                "LOW_LEVEL",
                "UNSIGNED",
                "SHARED_SECRET",
                "UNKNOWN_KEY",
                "OTHER_SUB",
                "OTHER_USERINFO_AUDIENCE",
                "PLAIN_USERINFO",
                "UNSIGNED_USERINFO"
            })
    void refusesAnAnswerThatBreaksARule(String fault) {
        THERE.makes(fault);
        assertThat(come("lea", "/mon-fil").location()).isEqualTo("/connexion?franceconnect=refus");
        assertNobodyCameIn();
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED,renonce,Vous avez quitté FranceConnect",
        "SERVER_ERROR,panne,FranceConnect ne répond pas",
        "SLOW,panne,FranceConnect ne répond pas"
    })
    void saysWhyNobodyCame(String fault, String reason, String words) {
        THERE.makes(fault);
        assertThat(come("lea", "/mon-fil").location()).isEqualTo("/connexion?franceconnect=" + reason);
        assertThat(browser.get("/connexion?franceconnect=" + reason).body()).contains(words, "Mot de passe");
        assertNobodyCameIn();
    }

    @Test
    void refusesAnAnswerMeantForAnotherBrowser() {
        THERE.makes("WRONG_STATE");
        assertThat(come("lea", "/mon-fil").location()).isEqualTo("/connexion?franceconnect=perdu");
        THERE.makes("NONE");

        var answer = THERE.signsIn(begin("/mon-fil"), "lea");
        var victim = new Browser(port);
        assertThat(victim.get(answer).location()).isEqualTo("/connexion?franceconnect=perdu");
        assertNobodyCameIn();
    }

    @Test
    void refusesAnAnswerPlayedAgain() {
        var answer = THERE.signsIn(begin("/mon-fil"), "lea");
        assertThat(browser.get(answer).location()).isEqualTo("/mon-fil");
        browser.post("/deconnexion");
        assertThat(browser.get(answer).location()).isEqualTo("/connexion?franceconnect=perdu");
    }

    @Test
    void readsTheKeysAgainWhenTheyChange() {
        come("lea", "/mon-fil");
        for (int i = 0; i < 2; i++) {
            THERE.changesItsKey();
            browser = new Browser(port);
            browser.get("/connexion");
            assertThat(come("lea", "/mon-fil").location()).isEqualTo("/mon-fil");
        }
    }

    @Test
    void letsPeopleInOtherwiseWhenItIsDown() {
        THERE.makes("DOWN");
        clock.pass(Duration.ofHours(2)); // what was read of it is old
        var refused = browser.post("/connexion/franceconnect", "suite", "/mon-fil");
        assertThat(refused.location()).isEqualTo("/connexion?franceconnect=panne");
        assertThat(browser.get("/connexion").body()).contains("FranceConnect ne répond pas", "name=\"password\"");

        THERE.makes("NONE");
        clock.pass(Duration.ofSeconds(30));
        assertThat(browser.get("/connexion").body()).doesNotContain("FranceConnect ne répond pas");
        assertThat(begin("/mon-fil")).contains("/authorize?");
    }

    @Test
    void signsOutThereToo() {
        come("lea", "/mon-fil");
        browser.get("/compte");
        var there = browser.post("/deconnexion").location();
        assertThat(there)
                .startsWith(java.net.URI.create(begunAt()).resolve("/api/v2/session/end") + "?")
                .contains("id_token_hint=ey", "post_logout_redirect_uri=", "state=");
        assertThat(browser.get("/mon-fil").status()).isEqualTo(302);
        assertThat(browser.get(FranceConnectController.SIGNED_OUT).location()).isEqualTo("/");
    }

    @Test
    void whoHasNoPasswordChoosesOneOnceTheyShowedWhoTheyAre() {
        come("lea", "/mon-fil");
        clock.pass(Duration.ofMinutes(11));
        assertThat(browser.get("/compte/mot-de-passe").location()).contains("/compte/confirmation?suite=");
        assertThat(browser.get("/compte/confirmation?suite=/compte/mot-de-passe")
                        .body())
                .contains("S’identifier avec FranceConnect");
        assertThat(come("lea", "/compte/mot-de-passe").location()).isEqualTo("/compte/mot-de-passe");
        assertThat(browser.get("/compte/mot-de-passe").body())
                .contains("Choisir un mot de passe")
                .doesNotContain("name=\"currentPassword\"");
        assertThat(browser.post("/compte/mot-de-passe", "password", Cast.PASSWORD)
                        .location())
                .isEqualTo("/compte?fait=mot-de-passe");

        browser = new Browser(port);
        browser.get("/connexion");
        assertThat(browser.post("/connexion", "email", "lea.fontaine@mel.example", "password", Cast.PASSWORD)
                        .location())
                .isEqualTo("/mon-fil");
    }

    @Test
    void comesBackToALongRequestOfAnApplication() {
        var wanted = "/compte?state=" + "a%2F".repeat(475);
        assertThat(come("lea", wanted).location()).isEqualTo(wanted);
    }

    @Test
    void keepsTheLastWayIn() {
        come("lea", "/mon-fil");
        assertThat(browser.get("/compte/franceconnect").body())
                .contains("choisissez d’abord un mot de passe", "FranceConnect est lié à votre compte.")
                .doesNotContain("/compte/franceconnect/retrait");
        browser.post("/compte/franceconnect/retrait");
        assertThat(browser.get("/compte/franceconnect").body()).contains("FranceConnect ouvre ce compte");

        browser.post("/compte/mot-de-passe", "password", Cast.PASSWORD);
        browser.post("/compte/franceconnect/retrait");
        assertThat(browser.get("/compte/securite").body()).contains("FranceConnect n’est plus lié à votre compte.");
    }

    @Test
    void needsNoPasswordForSensitiveActsJustAfterSigningIn() {
        come("lea", "/mon-fil");
        clock.pass(Duration.ofMinutes(11));
        assertThat(browser.get("/compte/suppression").location()).contains("/compte/confirmation?suite=");
        assertThat(browser.get("/compte/confirmation?suite=/compte/suppression").body())
                .contains("S’identifier avec FranceConnect")
                .as("nobody without a key is asked for one")
                .doesNotContain("Entrer avec une clé d’accès");
        assertThat(come("lea", "/compte/suppression").location()).isEqualTo("/compte/suppression");
        browser.get("/compte/suppression");
        assertThat(browser.post("/compte/suppression").location()).isEqualTo("/connexion?fait=suppression");
        assertThat(count("Fontaine")).isZero();
    }

    @Test
    void asksWhatFranceConnectWants() {
        var asked = begin("/mon-fil");
        assertThat(asked)
                .contains("acr_values=eidas1", "response_type=code", "scope=openid")
                .doesNotContain("prompt");
        assertThat(asked).matches(".*[?&]nonce=[\\w-]{22,}.*").matches(".*[?&]state=[\\w-]{22,}.*");
        assertThat(new Browser(port)
                        .postAsIs("/connexion/franceconnect", "suite", "/mon-fil")
                        .status())
                .isEqualTo(403);
    }

    private Browser.Page come(String citizen, String suite) {
        return browser.get(THERE.signsIn(begin(suite), citizen));
    }

    private Browser.Page joins(String password) {
        return browser.post(
                ReunionController.PATH + "/rattachement", "email", "sacha.bonnet@mel.example", "password", password);
    }

    private String begin(String suite) {
        return browser.post("/connexion/franceconnect", "suite", suite).location();
    }

    private static String begunAt() {
        return TestEnvironment.franceConnect();
    }

    private void assertNobodyCameIn() {
        assertThat(browser.get("/mon-fil").status()).isEqualTo(302);
        assertThat(count("Fontaine")).isZero();
    }

    private int count(String lastName) {
        return jdbc.sql("select count(*) from identity.account where last_name = :name")
                .params(Map.of("name", lastName))
                .query(Integer.class)
                .single();
    }
}
