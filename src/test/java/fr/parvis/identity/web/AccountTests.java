package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.Accounts;
import fr.parvis.organisation.Organisation;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class AccountTests {

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisation organisation;

    @Autowired
    Doorman doorman;

    @Autowired
    MovingClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void changesThePasswordAndSignsTheOtherDevicesOut() {
        var email = People.newEmail();
        people.open(email);
        var elsewhere = people.signedIn(email);
        var browser = people.signedIn(email);
        browser.get("/compte/mot-de-passe");
        assertThat(browser.post("/compte/mot-de-passe", "password", "court").status())
                .isEqualTo(422);
        assertThat(browser.post("/compte/mot-de-passe", "password", People.OTHER_PASSWORD)
                        .location())
                .isEqualTo("/compte?fait=mot-de-passe");
        assertThat(browser.get("/compte?fait=mot-de-passe").body()).contains("Votre mot de passe est enregistré");
        assertThat(elsewhere.get("/compte").status()).isEqualTo(302);
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Votre mot de passe a changé");
    }

    @Test
    void asksWhoIsThereBeforeAddressAndPasswordChange() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        browser.get("/compte/mot-de-passe");
        clock.pass(Duration.ofMinutes(31));
        for (var path : new String[] {"/compte/mot-de-passe", "/compte/courriel"}) {
            assertThat(browser.get(path).location()).contains("/compte/confirmation?suite=");
            assertThat(browser.post(path, "password", People.OTHER_PASSWORD, "email", People.newEmail())
                            .location())
                    .contains("/compte/confirmation?suite=");
        }
        clock.reset();
        assertThat(people.signedIn(email).get("/compte").status())
                .as("the password is still the same")
                .isEqualTo(200);
    }

    @Test
    void changesTheAddressOnceTheNewOneIsProvenAndTellsTheOldOne() {
        var email = People.newEmail();
        var account = people.open(email);
        var browser = people.signedIn(email);
        var other = People.newEmail();
        browser.get("/compte/courriel");
        assertThat(browser.post("/compte/courriel", "email", other).location()).isEqualTo("/compte/courriel/code");
        browser.get("/compte/courriel/code");
        assertThat(browser.post("/compte/courriel/code", "code", "12").status()).isEqualTo(422);
        assertThat(accounts.find(account))
                .hasValueSatisfying(person -> assertThat(person.email()).isEqualTo(email));
        assertThat(browser.post("/compte/courriel/code", "code", people.codeTo(other))
                        .location())
                .isEqualTo("/compte?fait=courriel");
        assertThat(accounts.find(account))
                .hasValueSatisfying(person -> assertThat(person.email()).isEqualTo(other));
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Votre adresse de connexion a changé");
    }

    @Test
    void aCodeSentToTheFormerAddressOpensNothingAndOtherDevicesAreSignedOut() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        var elsewhere = people.signedIn(email);
        var stranger = people.browser();
        stranger.get("/mot-de-passe-oublie");
        stranger.post("/mot-de-passe-oublie", "email", email);
        var former = people.codeTo(email);
        var other = People.newEmail();
        browser.get("/compte/courriel");
        browser.post("/compte/courriel", "email", other);
        browser.get("/compte/courriel/code");
        browser.post("/compte/courriel/code", "code", people.codeTo(other));

        stranger.get("/mot-de-passe-oublie/code");
        stranger.post("/mot-de-passe-oublie/code", "code", former, "password", People.OTHER_PASSWORD);

        assertThat(stranger.get("/compte").status()).isEqualTo(302);
        assertThat(people.signedIn(other).get("/compte").status()).isEqualTo(200);
        assertThat(elsewhere.get("/compte").status()).isEqualTo(302);
        assertThat(browser.get("/compte").status()).isEqualTo(200);
    }

    @Test
    void doesNotTellThatANewAddressHasAnAccount() {
        var email = People.newEmail();
        people.open(email);
        var taken = People.newEmail();
        people.open(taken);
        var browser = people.signedIn(email);
        browser.get("/compte/courriel");
        assertThat(browser.post("/compte/courriel", "email", taken).location()).isEqualTo("/compte/courriel/code");
        assertThat(people.emailsTo(taken).getLast().subject()).isEqualTo("Vous avez déjà un compte");
    }

    @Test
    void listsDevicesAndEndsThem() {
        var email = People.newEmail();
        people.open(email);
        var phone = people.browser()
                .with(
                        "User-Agent",
                        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36");
        phone.get("/connexion");
        phone.post("/connexion", "email", email, "password", People.PASSWORD);
        var library = people.signedIn(email);
        var browser = people.signedIn(email);

        var list = browser.get("/compte/sessions").body();
        assertThat(list).contains("Firefox sur Linux", "Chrome sur Android").containsOnlyOnce("cet appareil");
        var session = list.replaceFirst("(?s).*?name=\"session\" value=\"([^\"]*)\".*", "$1");
        var stranger = People.newEmail();
        people.open(stranger);
        var thief = people.signedIn(stranger);
        thief.get("/compte/sessions");
        thief.post("/compte/sessions/terminer", "session", session);
        assertThat(browser.get("/compte/sessions").body()).contains(session);

        browser.post("/compte/sessions/terminer", "session", session);
        assertThat(browser.get("/compte/sessions").body()).doesNotContain(session);
        browser.post("/compte/sessions/terminer-autres");
        assertThat(phone.get("/compte").status()).isEqualTo(302);
        assertThat(library.get("/compte").status()).isEqualTo(302);
        assertThat(browser.get("/compte").status()).isEqualTo(200);
        assertThat(browser.post("/compte/sessions/terminer", "session", "'; drop table")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deletesTheAccountAndTellsTheOtherModules() {
        var email = People.newEmail();
        var account = people.open(email);
        var browser = people.signedIn(email);
        browser.get("/compte/suppression");
        clock.pass(Duration.ofMinutes(31));
        assertThat(browser.get("/compte/suppression").location()).contains("/compte/confirmation?suite=");
        assertThat(browser.post("/compte/suppression").location()).contains("/compte/confirmation?suite=");
        assertThat(accounts.find(account)).isPresent();
        clock.reset();
        assertThat(browser.post("/compte/suppression").location()).isEqualTo("/connexion?fait=suppression");
        assertThat(accounts.find(account)).isEmpty();
        assertThat(browser.get("/compte").status()).isEqualTo(302);
        assertThat(browser.get("/connexion?fait=suppression").body()).contains("Votre compte est supprimé");
        assertThat(people.emailsTo(email).getLast().subject()).isEqualTo("Votre compte est supprimé");
        assertThat(people.closed()).contains(account);
    }

    @Test
    void keepsTheAccountsOfThoseWhoWorkForTheTown() {
        var email = People.newEmail();
        var account = people.open(email);
        organisation.makeAdministrator(account);
        var browser = doorman.admit(account, people.browser());
        assertThat(browser.get("/compte/suppression").body()).contains("Demandez à l’administrateur");
        assertThat(browser.get("/compte/securite/cles").body())
                .contains("Votre mot de passe reste utilisable")
                .doesNotContain("FranceConnect reste");
        accounts.equip(account);
        assertThat(browser.get("/compte/securite").body()).contains("Il vous reste 0\u00a0code de secours.");
        browser.get("/compte");
        assertThat(browser.post("/compte/suppression").status()).isEqualTo(403);
        assertThat(accounts.find(account)).isPresent();
    }

    @Test
    void showsEveryPageOfTheAccount() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        for (var path : new String[] {"", "/courriel", "/mot-de-passe", "/sessions", "/securite", "/suppression"}) {
            assertThat(browser.get("/compte" + path).body()).contains("</html>").containsOnlyOnce("<h1>");
        }
    }
}
