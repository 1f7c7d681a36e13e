package fr.parvis.identity.franceconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.identity.factors.SecondFactors;
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

/** Showing that an account is one's own before FranceConnect opens it; strangers learn of none. */
@ParvisTest
class ReunionTests {

    private static final AtProvider THERE = new AtProvider(TestEnvironment.franceConnect());
    private static final String PATH = ReunionController.PATH;
    private static final String SACHA = "sacha.bonnet@mel.example";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    SecondFactors factors;

    @Autowired
    MovingClock clock;

    @Autowired
    Doorman doorman;

    Browser browser;

    @BeforeEach
    void nobodyIsKnown() {
        forget();
        jdbc.sql("delete from identity.throttle").update();
        await("what was written to Sacha before has left")
                .until(() -> jdbc.sql(
                                "select count(*) from notifications.email where recipient = :address and state = 'QUEUED'")
                        .param("address", SACHA)
                        .query(Integer.class)
                        .single()
                        .equals(0));
        MailServer.forget(SACHA);
        browser = newBrowser();
    }

    @AfterEach
    void nobodyWasHere() {
        clock.reset();
        forget();
    }

    private void forget() {
        jdbc.sql("delete from identity.account where email in ('" + SACHA + "', 'famille.garnier@mel.example')"
                        + " or last_name in ('Bonnet', 'Lemoine')")
                .update();
    }

    @Test
    void aCodeSentToTheAccountsAddressShowsWhoseItIs() {
        var account = open("S.", "Bonnet");
        come("sacha");
        browser.get(PATH);
        assertThat(browser.post(PATH + "/envoi", "email", SACHA).location()).isEqualTo(PATH + "/code");
        assertThat(browser.get(PATH + "/code").body()).contains("Montrez que ce compte est le vôtre", SACHA);
        assertThat(browser.post(PATH + "/code", "code", "12").status()).isEqualTo(422);
        assertThat(browser.post(PATH + "/code", "code", Inbox.code(SACHA)).location())
                .isEqualTo("/services");
        assertThat(account(SACHA)).isEqualTo(account);
        assertThat(browser.get("/compte/securite").body())
                .contains("code reçu par courriel", "FranceConnect est lié à votre compte.");
    }

    @Test
    void anotherCodeCanBeAskedFor() {
        open("S.", "Bonnet");
        come("sacha");
        browser.get(PATH);
        browser.post(PATH + "/envoi", "email", SACHA);
        var former = Inbox.code(SACHA);
        browser.get(PATH + "/code");
        assertThat(browser.post(PATH + "/nouveau-code").location()).isEqualTo(PATH + "/code?fait=nouveau-code");
        var code = Inbox.code(SACHA);
        if (!former.equals(code)) {
            assertThat(browser.post(PATH + "/code", "code", former).status()).isEqualTo(422);
        }
        assertThat(browser.post(PATH + "/code", "code", code).location()).isEqualTo("/services");
    }

    @Test
    void aCorrectedCivilStatusFindsItsAccountAgain() {
        come("sacha");
        browser.post("/deconnexion");
        var before = account(SACHA);
        jdbc.sql("update identity.account set email = 'sacha.ancien@mel.example' where id = :id")
                .param("id", before)
                .update();

        browser = newBrowser();
        assertThat(come("sacha-corrige").location()).isEqualTo(PATH);
        assertThat(browser.get(PATH).body())
                .as("nothing of the account is told")
                .doesNotContain("sacha.ancien", "sach…", "s…@");
        browser.post(PATH + "/envoi", "email", "sacha.ancien@mel.example");
        browser.get(PATH + "/code");
        assertThat(browser.post(PATH + "/code", "code", Inbox.code("sacha.ancien@mel.example"))
                        .location())
                .isEqualTo("/services");
        assertThat(jdbc.sql("select count(*) from identity.link where account_id = :id")
                        .param("id", before)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(browser.get("/compte/identite").body()).contains("Sacha Claude");
    }

    @Test
    void whoTypesAnotherAddressLearnsNothing() {
        come("sacha");
        browser = newBrowser();
        come("sacha-corrige");
        browser.get(PATH);
        MailServer.forget("inconnu@mel.example");
        var asked = browser.post(PATH + "/envoi", "email", "inconnu@mel.example");
        assertThat(asked.location()).isEqualTo(PATH + "/code");
        assertThat(Inbox.read("inconnu@mel.example", "Aucun compte à lier")).doesNotContain("Sacha");
        browser.get(PATH + "/code");
        assertThat(browser.post(PATH + "/code", "code", "000000").status()).isEqualTo(422);
        assertThat(browser.get("/compte").status()).isEqualTo(302);
    }

    @Test
    void whoSharesAnAddressDoesNotTakeTheAccountByItsCodes() {
        var paul =
                accounts.open(new NewAccount("Paul", "Garnier", "famille.garnier@mel.example", Cast.PASSWORD, false));
        MailServer.forget("famille.garnier@mel.example");
        assertThat(come("helene").location()).isEqualTo(PATH);
        browser.get(PATH);
        browser.post(PATH + "/envoi", "email", "famille.garnier@mel.example");
        assertThat(Inbox.read("famille.garnier@mel.example", "Aucun compte à lier"))
                .doesNotContain("Paul");
        browser.get(PATH);
        browser.post(PATH + "/nouveau-compte");
        assertThat(browser.get("/compte").body()).contains("Hélène");
        assertThat(accounts.find(paul).orElseThrow().firstName()).isEqualTo("Paul");

        jdbc.sql("delete from identity.account where last_name = 'Garnier' and id <> :paul")
                .param("paul", paul)
                .update();
        browser = newBrowser();
        come("paul");
        browser.get(PATH);
        browser.post(PATH + "/rattachement", "email", "famille.garnier@mel.example", "password", Cast.PASSWORD);
        browser = newBrowser();
        assertThat(come("helene").location())
                .as("an account proven for her husband is not offered to her")
                .isEqualTo("/services");
    }

    @Test
    void aProtectedAccountShowsItsSecondFactorBeforeTheLink() {
        var account = open("Sacha", "Bonnet");
        factors.equip(account);
        come("sacha");
        browser.get(PATH);
        var next = browser.post(PATH + "/rattachement", "email", SACHA, "password", Cast.PASSWORD);
        assertThat(next.location()).startsWith("/connexion/second-facteur?suite=%2Fcompte%2Ffranceconnect%2Fratt");
        assertThat(isLinked(account)).isFalse();
        assertThat(browser.get(JoinController.PATH).status()).isEqualTo(302);

        doorman.admit(account, browser);
        assertThat(browser.get(JoinController.PATH).body()).contains("Lier FranceConnect à ce compte", "septembre");
        assertThat(isLinked(account)).isFalse();
        assertThat(browser.post(JoinController.PATH).location()).isEqualTo("/services");
        assertThat(isLinked(account)).isTrue();
    }

    @Test
    void aSessionThatWasOpenBeforeLinksNothing() {
        var victor =
                accounts.open(new NewAccount("Victor", "Garnier", "famille.garnier@mel.example", Cast.PASSWORD, false));
        doorman.admit(victor, browser);
        come("helene");
        assertThat(browser.get(PATH).body()).contains("Avez-vous déjà un compte");
        assertThat(browser.get(JoinController.PATH).location()).isEqualTo("/mon-fil");
        assertThat(browser.post(JoinController.PATH).location()).isEqualTo("/mon-fil");
        assertThat(isLinked(victor)).isFalse();
        assertThat(accounts.find(victor).orElseThrow().firstName()).isEqualTo("Victor");
    }

    @Test
    void aSessionThatWasOpenBeforeThePasswordWasShownLinksNothingEither() {
        var account = open("Sacha", "Bonnet");
        factors.equip(account);
        doorman.admit(account, browser);
        clock.pass(Duration.ofMinutes(1));
        come("sacha");
        browser.get(PATH);
        browser.post(PATH + "/rattachement", "email", SACHA, "password", Cast.PASSWORD);
        assertThat(browser.post(JoinController.PATH).location()).isEqualTo("/mon-fil");
        assertThat(isLinked(account)).isFalse();
    }

    @Test
    void aProtectedAccountIsNotWalkedAroundByOpeningAnother() {
        come("sacha");
        var account = account(SACHA);
        factors.equip(account);
        jdbc.sql("delete from identity.link where account_id = :id")
                .param("id", account)
                .update();
        browser = newBrowser();
        come("sacha");
        assertThat(browser.get(PATH).location()).isEqualTo("/connexion?franceconnect=perdu");
        assertThat(browser.post(PATH + "/nouveau-compte").location()).isEqualTo("/connexion?franceconnect=perdu");
        assertThat(proven("Bonnet")).isEqualTo(1);
    }

    @Test
    void nobodyOpensASecondAccountOnceOneIsTheirs() {
        open("Simon", "Bonnet");
        var other = newBrowser();
        come("sacha");
        browser.get(PATH);
        var first = browser;
        browser = other;
        come("sacha");
        browser.get(PATH);
        browser.post(PATH + "/nouveau-compte");
        first.post(PATH + "/nouveau-compte");
        assertThat(first.get("/compte").body()).contains("Sacha");
        assertThat(proven("Bonnet")).isEqualTo(1);
    }

    @Test
    void anAccountOfOnesOwnNeedsAnAddress() {
        open("Simon", "Bonnet");
        come("sacha");
        browser.get(PATH);
        jdbc.sql("update identity.arrival set arrival = replace(arrival, :email, '')")
                .param("email", SACHA)
                .update();
        assertThat(browser.post(PATH + "/nouveau-compte").location())
                .isEqualTo("/connexion?franceconnect=sans-adresse");
        assertThat(proven("Bonnet")).isZero();
    }

    private int proven(String familyName) {
        return jdbc.sql("select count(*) from identity.civil_identity where family_name = :name")
                .param("name", familyName)
                .query(Integer.class)
                .single();
    }

    @Test
    void theSameIdentityIsNotLinkedBeforeTheSecondFactorEither() {
        come("sacha");
        var account = account(SACHA);
        factors.equip(account);
        jdbc.sql("delete from identity.link where account_id = :id")
                .param("id", account)
                .update();
        browser = newBrowser();
        assertThat(come("sacha").location()).startsWith("/connexion/second-facteur");
        assertThat(isLinked(account)).isFalse();
    }

    @Test
    void codesAreSlowToAskFor() {
        open("S.", "Bonnet");
        come("sacha");
        browser.get(PATH);
        var last = browser.post(PATH + "/envoi", "email", SACHA);
        for (int i = 0; i < 6; i++) {
            last = browser.post(PATH + "/envoi", "email", SACHA);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.body()).contains("Trop d’essais");
    }

    @Test
    void theWayIsForgottenAfterAQuarterOfAnHour() {
        open("S.", "Bonnet");
        come("sacha");
        browser.get(PATH);
        clock.pass(Duration.ofMinutes(16));
        assertThat(browser.post(PATH + "/envoi", "email", SACHA).location())
                .isEqualTo("/connexion?franceconnect=perdu");
        assertThat(newBrowser().get(PATH + "/code").location()).isEqualTo("/connexion?franceconnect=perdu");
        assertThat(newBrowser().get(JoinController.PATH).location()).contains("/connexion?suite=");
    }

    private UUID open(String firstName, String lastName) {
        return accounts.open(new NewAccount(firstName, lastName, SACHA, Cast.PASSWORD, false));
    }

    private boolean isLinked(UUID account) {
        return jdbc.sql("select exists (select from identity.link where account_id = :id)")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    private UUID account(String email) {
        return jdbc.sql("select id from identity.account where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single();
    }

    private Page come(String citizen) {
        browser.get("/connexion");
        var there =
                browser.post("/connexion/franceconnect", "suite", "/services").location();
        return browser.get(THERE.signsIn(there, citizen));
    }

    private Browser newBrowser() {
        var fresh = new Browser(port);
        fresh.get("/connexion");
        return fresh;
    }
}
