package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.Accounts;
import fr.parvis.testing.Browser;
import fr.parvis.testing.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class SignUpTests {

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    MovingClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void opensAnAccountOnceTheAddressIsProvenAndGoesOn() {
        var email = People.newEmail();
        var browser = people.browser();
        browser.get("/inscription?suite=/essai/connecte");
        var asked = ask(browser, email);
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo("/inscription/code?suite=%2Fessai%2Fconnecte");
        assertThat(accounts.findByEmail(email)).isEmpty();

        assertThat(browser.get(asked.location()).body()).contains(email, "name=\"code\"");
        var code = people.codeTo(email);
        var spaced = " " + code.substring(0, 3) + "\u00a0" + code.substring(3) + " ";
        var opened = browser.post("/inscription/code", "code", spaced, "suite", "/essai/connecte");
        assertThat(opened.location()).isEqualTo("/essai/connecte");
        assertThat(browser.get("/essai/connecte").body()).isEqualTo("Zoé d’Arc-Martin [] false");
        assertThat(accounts.findByEmail(email.toUpperCase(java.util.Locale.ROOT)))
                .isPresent();
    }

    @Test
    void answersTheSameWhenTheAddressHasAnAccount() {
        var known = People.newEmail();
        people.open(known);
        var unknown = People.newEmail();
        var knownBrowser = people.browser();
        var unknownBrowser = people.browser();
        var first = ask(knownBrowser, known);
        var second = ask(unknownBrowser, unknown);

        assertThat(first.status()).isEqualTo(second.status());
        assertThat(first.location()).isEqualTo(second.location());
        assertThat(shape(knownBrowser.get(first.location()), known))
                .isEqualTo(shape(unknownBrowser.get(second.location()), unknown));
        assertThat(shape(knownBrowser.post("/inscription/code", "code", "12345x"), known))
                .isEqualTo(shape(unknownBrowser.post("/inscription/code", "code", "12345x"), unknown));
        assertThat(people.emailsTo(known).getLast().subject()).isEqualTo("Vous avez déjà un compte");
        assertThat(people.emailsTo(unknown).getLast().subject()).startsWith("Votre code");
    }

    @Test
    void givesFiveTriesThenAsksForAnotherCode() {
        var email = People.newEmail();
        var browser = people.browser();
        ask(browser, email);
        browser.get("/inscription/code");
        var code = people.codeTo(email);
        for (int i = 0; i < 4; i++) {
            assertThat(tryCode(browser, wrong(code)).body()).contains("Ce code n’est pas le bon");
        }
        assertThat(tryCode(browser, wrong(code)).body()).contains("Ce code ne peut plus servir");
        assertThat(tryCode(browser, code).status()).isEqualTo(422);

        assertThat(browser.post("/inscription/nouveau-code").location()).contains("fait=nouveau-code");
        assertThat(tryCode(browser, people.codeTo(email)).location()).isEqualTo("/mon-fil");
    }

    @Test
    void takesACodeForFifteenMinutesAndOnce() {
        var email = People.newEmail();
        var browser = people.browser();
        ask(browser, email);
        browser.get("/inscription/code");
        clock.pass(Duration.ofMinutes(16));
        assertThat(tryCode(browser, people.codeTo(email)).body()).contains("Ce code ne peut plus servir");

        browser.post("/inscription/nouveau-code");
        var proof = browser.cookie("parvis_proof");
        assertThat(tryCode(browser, people.codeTo(email)).status()).isEqualTo(303);
        browser.setCookie("parvis_proof", proof);
        assertThat(tryCode(browser, people.codeTo(email)).location()).isEqualTo("/inscription");
    }

    @Test
    void keepsWhatWasTypedButThePassword() {
        var browser = people.browser();
        browser.get("/inscription");
        var page = browser.post(
                "/inscription", "firstName", "Zoé", "lastName", "<b>", "email", "zoe@mel", "password", "azerty secret");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("3 points à corriger", "value=\"Zoé\"", "value=\"&lt;b>\"", "value=\"zoe@mel\"")
                .contains("href=\"#lastName\"", "href=\"#email\"", "href=\"#password\"")
                .doesNotContain("azerty secret");
    }

    @Test
    void refusesTheAddressesOfTheDemonstration() {
        var browser = people.browser();
        browser.get("/inscription");
        assertThat(ask(browser, "Moi@Parvis.example").body()).contains("réservée à la démonstration");
    }

    @Test
    void slowsDownWhoAsksForManyCodes() {
        var email = People.newEmail();
        for (int i = 0; i < 5; i++) {
            assertThat(ask(people.browser(), email).status()).isEqualTo(303);
        }
        var refused = ask(people.browser(), email);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("vous pourrez réessayer à");
        assertThat(people.emailsTo(email)).hasSize(5);
    }

    private static Browser.Page ask(Browser browser, String email) {
        browser.get("/inscription");
        return browser.post(
                "/inscription",
                "firstName",
                " Zoé ",
                "lastName",
                "d’Arc-Martin",
                "email",
                email,
                "password",
                People.PASSWORD,
                "suite",
                "/essai/connecte");
    }

    private static Browser.Page tryCode(Browser browser, String code) {
        return browser.post("/inscription/code", "code", code);
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '0' ? '1' : '0') + code.substring(1);
    }

    private static String shape(Browser.Page page, String email) {
        return page.status() + page.body().replace(email, "@").replaceAll("value=\"[^\"]*\"", "");
    }
}
