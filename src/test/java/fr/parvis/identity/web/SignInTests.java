package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IdentityTest
class SignInTests {

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//ailleurs.example",
                "/\\ailleurs.example",
                "https://ailleurs.example",
                "/%0d%0aLocation:x\r\n",
                "\\ailleurs",
                "javascript:alert(1)",
                "/a//b",
                "/{x}",
                "/\tailleurs",
                "",
                "/connexion"
            })
    void neverLeadsToAnotherSite(String suite) {
        var email = People.newEmail();
        people.open(email);
        var browser = people.browser();
        browser.get("/connexion");
        var page = browser.post("/connexion", "email", email, "password", People.PASSWORD, "suite", suite);
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/mon-fil");
    }

    @Test
    void goesOnToWhatWasAskedFor() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.browser();
        var form = browser.get("/connexion?suite=%2Fessai%2Fconnecte%3Fpage%3D2%26tri%3Dnom");
        assertThat(form.body()).contains("value=\"/essai/connecte?page=2&amp;tri=nom\"");
        var page = browser.post(
                "/connexion", "email", email, "password", People.PASSWORD, "suite", "/essai/connecte?page=2&tri=nom");
        assertThat(page.location()).isEqualTo("/essai/connecte?page=2&tri=nom");
        assertThat(browser.get("/connexion").location()).isEqualTo("/mon-fil");
    }

    @Test
    void comesBackToALongRequestOfAnApplication() {
        var email = People.newEmail();
        people.open(email);
        var wanted = "/essai/connecte?state=" + "a%2F".repeat(475) + "&liste=a,b";
        var browser = people.browser();
        var door = browser.get(wanted).location().replaceFirst("^http://[^/]+", "");
        assertThat(browser.get(door).body()).contains("a%2Fa%2F");
        browser.with("Referer", "http://localhost" + door);
        var page = browser.post("/connexion", "email", email, "password", People.PASSWORD, "suite", wanted);
        assertThat(page.location()).isEqualTo(wanted);
        assertThat(browser.get(wanted).status()).isEqualTo(200);
    }

    @Test
    void keepsTheSessionInARowUnderAHashAndGivesANewOneEachTime() {
        var email = People.newEmail();
        var account = people.open(email);
        var browser = people.signedIn(email);
        var first = browser.cookie("parvis_session");
        assertThat(sessionsOf(account)).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select count(*) from identity.session where token_hash = sha256(convert_to(:token, 'UTF8'))")
                        .param("token", first)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        browser.postAsIs("/connexion", "email", email, "password", People.PASSWORD, "_csrf", browser.token());
        assertThat(browser.cookie("parvis_session")).isNotEqualTo(first);
        var thief = people.browser();
        thief.setCookie("parvis_session", first);
        assertThat(thief.get("/essai/connecte").status()).isEqualTo(302);
        assertThat(sessionsOf(account)).isEqualTo(1);
    }

    @Test
    void signsOutForGood() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        var token = browser.cookie("parvis_session");
        browser.get("/compte");
        assertThat(browser.post("/deconnexion").location()).isEqualTo("/");
        browser.setCookie("parvis_session", token);
        assertThat(browser.get("/essai/connecte").status()).isEqualTo(302);
    }

    @Test
    void answersTheSameWhetherTheAddressExists() {
        var email = People.newEmail();
        people.open(email);
        var known = signIn(people.browser(), email, "pas le bon");
        var unknown = signIn(people.browser(), "x" + email, "pas le bon");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(shape(known)).isEqualTo(shape(unknown)).contains("L’adresse ou le mot de passe ne va pas");
    }

    @Test
    void slowsGuessingDownAndLetsTheRightPersonInAfterTheDelay() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser, email, "faux" + i).status()).isEqualTo(422);
        }
        var refused = signIn(browser, email.toUpperCase(java.util.Locale.ROOT), People.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(30, 61);
        assertThat(refused.body())
                .contains("Trop d’essais", "vous pourrez réessayer à")
                .contains("avec un code reçu par courriel", "ou avec FranceConnect");

        clock.pass(Duration.ofSeconds(61));
        assertThat(signIn(browser, email, "encore faux").status()).isEqualTo(422);
        clock.pass(Duration.ofSeconds(61));
        assertThat(signIn(browser, email, People.PASSWORD).status()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(60));
        assertThat(signIn(browser, email, People.PASSWORD).status()).isEqualTo(303);
        browser.post("/deconnexion");
        assertThat(signIn(browser, email, "de nouveau faux").status()).isEqualTo(422);
    }

    @Test
    void doesNotLockOutWhoeverSomebodyElseGuessesFor() {
        var email = People.newEmail();
        people.open(email);
        var guesser = people.browser();
        for (int i = 0; i < 6; i++) {
            signIn(guesser, email, "faux" + i);
        }
        assertThat(signIn(guesser, email, People.PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(people.browser(), email, People.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void slowsManyComputersDownButNotTheBrowserThatWasInTheAccount() {
        var email = People.newEmail();
        people.open(email);
        var home = people.signedIn(email);
        var neighbour = People.newEmail();
        people.open(neighbour);
        var elsewhere = people.signedIn(neighbour);
        home.get("/compte");
        home.post("/deconnexion");
        elsewhere.get("/compte");
        elsewhere.post("/deconnexion");
        for (int i = 0; i < 49; i++) {
            assertThat(signIn(people.browser(), email, "faux").status()).isEqualTo(422);
        }
        assertThat(signIn(people.browser(), email, People.PASSWORD).status()).isEqualTo(429);
        assertThat(signIn(elsewhere, email, People.PASSWORD).status())
                .as("who was in another account only is a stranger")
                .isEqualTo(429);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(home, email, "faux").status()).isEqualTo(422);
        }
        assertThat(signIn(home, email, People.PASSWORD).status())
                .as("a stolen device does not guess faster")
                .isEqualTo(429);
        clock.pass(Duration.ofSeconds(61));
        assertThat(signIn(home, email, People.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void knowsNoBrowserByASealMadeUp() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        var seal = browser.cookie("parvis_appareil");
        browser.get("/compte");
        browser.post("/deconnexion");
        browser.setCookie("parvis_appareil", "x" + seal);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser, email, "faux").status()).isEqualTo(422);
        }
        browser.setCookie("parvis_appareil", "y" + seal);
        assertThat(signIn(browser, email, People.PASSWORD).status())
                .as("still the same stranger, by their computer")
                .isEqualTo(429);
    }

    @Test
    void looksAtNoMoreThanTwentyFiveGuessesADay() {
        var email = People.newEmail();
        var browser = people.browser();
        int looked = 0;
        for (int hour = 0; hour < 23 * 6; hour++) {
            looked += signIn(browser, email, "faux").status() == 422 ? 1 : 0;
            clock.pass(Duration.ofMinutes(10));
        }
        assertThat(looked).isBetween(20, 25);
    }

    @Test
    void slowsDownAComputerThatTriesManyAddresses() {
        var browser = people.browser();
        for (int i = 0; i < 20; i++) {
            assertThat(signIn(browser, People.newEmail(), "faux").status()).isEqualTo(422);
        }
        assertThat(signIn(browser, People.newEmail(), "faux").status()).isEqualTo(429);
        assertThat(signIn(people.browser(), People.newEmail(), "faux").status()).isEqualTo(422);
    }

    @Test
    void refusesInventedPeopleOutsideTheDemonstration() {
        var email = People.newEmail();
        accounts.open(new NewAccount("Zoé", "Martin", email, People.PASSWORD, true));
        assertThat(signIn(people.browser(), email, People.PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void endsAResidentsSessionThirtyDaysAfterTheLastVisit() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        clock.pass(Duration.ofDays(29));
        assertThat(browser.get("/essai/connecte").status()).isEqualTo(200);
        clock.pass(Duration.ofDays(29));
        assertThat(browser.get("/essai/connecte").status()).isEqualTo(200);
        clock.pass(Duration.ofDays(31));
        assertThat(browser.get("/essai/connecte").status()).isEqualTo(302);
    }

    @Test
    void takesANewPasswordFromWhoReadsTheMail() {
        var email = People.newEmail();
        people.open(email);
        var elsewhere = people.signedIn(email);
        var browser = people.browser();
        browser.get("/mot-de-passe-oublie");
        assertThat(browser.post("/mot-de-passe-oublie", "email", email).location())
                .isEqualTo("/mot-de-passe-oublie/code");
        browser.get("/mot-de-passe-oublie/code");
        var code = people.codeTo(email);
        assertThat(browser.post("/mot-de-passe-oublie/code", "code", code, "password", "trop court")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/mot-de-passe-oublie/code", "code", code, "password", People.OTHER_PASSWORD)
                        .location())
                .isEqualTo("/mon-fil");
        assertThat(browser.get("/essai/connecte").status()).isEqualTo(200);
        assertThat(elsewhere.get("/essai/connecte").status()).isEqualTo(302);
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Votre mot de passe a changé");
        assertThat(signIn(people.browser(), email, People.PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(people.browser(), email, People.OTHER_PASSWORD).status())
                .isEqualTo(303);
    }

    @Test
    void answersTheSameToWhoForgotAnUnknownAddress() {
        var email = People.newEmail();
        var browser = people.browser();
        browser.get("/mot-de-passe-oublie");
        assertThat(browser.post("/mot-de-passe-oublie", "email", email).location())
                .isEqualTo("/mot-de-passe-oublie/code");
        browser.get("/mot-de-passe-oublie/code");
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Aucun compte à cette adresse");
        assertThat(browser.post("/mot-de-passe-oublie/code", "code", "123456", "password", People.OTHER_PASSWORD)
                        .body())
                .contains("Ce code n’est pas le bon");
    }

    private static Browser.Page signIn(Browser browser, String email, String password) {
        browser.get("/connexion");
        return browser.post("/connexion", "email", email, "password", password);
    }

    private int sessionsOf(UUID account) {
        return jdbc.sql("select count(*) from identity.session where account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static String shape(Browser.Page page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }
}
