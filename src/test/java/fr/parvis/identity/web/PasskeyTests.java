package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.MovingClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What no browser would send; what browsers do send is tried in journeys. */
@IdentityTest
class PasskeyTests {

    private static final String DOOR = "/connexion/cle";
    private static final String MINE = "/compte/securite/cles";

    @Autowired
    People people;

    @Autowired
    MovingClock clock;

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pas du JSON",
                "null",
                "[]",
                "{}",
                "{\"rawId\":1,\"response\":{}}",
                "{\"rawId\":\"AA\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\","
                        + "\"attestationObject\":\"AA\"}}",
                "{\"rawId\":\"!\",\"id\":\"!\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"!\","
                        + "\"authenticatorData\":\"!\",\"signature\":\"!\",\"attestationObject\":\"!\"}}"
            })
    void refusesWhatIsNoAnswer(String answer) {
        var browser = people.browser();
        browser.get("/connexion");
        var refused = browser.post(DOOR, "answer", answer, "suite", "/essai/connecte");
        assertThat(refused.location()).isEqualTo("/connexion?fait=cle-refusee&suite=%2Fessai%2Fconnecte");
        assertThat(browser.get(refused.location()).body()).contains("Cette clé d’accès n’a pas été reconnue");

        var email = People.newEmail();
        people.open(email);
        var owner = people.signedIn(email);
        owner.get(MINE);
        assertThat(owner.post(MINE, "name", "Ma clé", "answer", answer).status())
                .isEqualTo(422);
        assertThat(owner.get(MINE).body()).doesNotContain("Ma clé<");
    }

    @Test
    void givesADeviceWhatTheStandardAsks() {
        var stranger = people.browser();
        stranger.get("/connexion");
        var asked = stranger.post(DOOR + "/defi");
        assertThat(asked.header("Content-Type")).contains("application/json");
        assertThat(asked.header("Cache-Control")).contains("no-store");
        assertThat(asked.body()).contains("\"rpId\":\"localhost\"", "\"userVerification\":\"required\"");

        var email = People.newEmail();
        people.open(email);
        var owner = people.signedIn(email);
        owner.get(MINE);
        assertThat(owner.post(MINE + "/defi").body())
                .contains("\"residentKey\":\"required\"", "\"attestation\":\"none\"", "\"alg\":-7", email);
    }

    @Test
    void keepsAKeysPageToItsOwnerConfirmed() {
        var stranger = people.browser();
        stranger.get("/connexion");
        assertThat(stranger.get(MINE).location()).contains("/connexion?suite=");
        assertThat(stranger.post(MINE + "/defi").status()).isEqualTo(401);
        assertThat(stranger.post(MINE, "name", "Ma clé").status()).isEqualTo(401);

        var email = People.newEmail();
        people.open(email);
        var owner = people.signedIn(email);
        owner.get(MINE);
        assertThat(owner.post(MINE + "/retrait", "passkey", "00000000-0000-0000-0000-000000000001")
                        .status())
                .isEqualTo(404);
        clock.pass(Duration.ofMinutes(31));
        assertThat(owner.get(MINE).location()).contains("/compte/confirmation");
        assertThat(owner.post(MINE + "/defi").location()).contains("/compte/confirmation");
    }

    @Test
    void asksEachFormForItsToken() {
        var browser = people.browser();
        browser.get("/connexion");
        assertThat(browser.postAsIs(DOOR, "answer", "{}").location()).isEmpty();
    }
}
