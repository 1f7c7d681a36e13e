package fr.parvis.identity.scim.connection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.kernel.Token;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.MovingClock;
import fr.parvis.testing.ParvisTest;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator connects the town's directory and sees how it does. */
@ParvisTest
class ConnectionTests {

    private static final String PAGE = ConnectionController.PATH;
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    DirectoryTokens tokens;

    @Autowired
    Calls calls;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    MovingClock clock;

    Browser desk = new Browser(0);

    @BeforeEach
    void sitDown() {
        desk = doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), new Browser(port));
        desk.get(PAGE);
    }

    @AfterEach
    void asBefore() {
        tokens.revoke();
        clock.reset();
    }

    @Test
    void showsTheTokenOnce() {
        assertThat(desk.get(PAGE).body()).contains("Aucun jeton", "/scim/v2");
        var token = make();
        assertThat(desk.get(PAGE).body())
                .doesNotContain(token)
                .contains("Alix Garnier", "jamais", "Renouveler le jeton");
        assertThat(call(token)).isEqualTo(200);
        assertThat(desk.get(PAGE).body()).doesNotContain("jamais");
    }

    @Test
    void letsTheFormerTokenWorkForSevenDays() {
        var former = make();
        var next = make();
        assertThat(desk.get(PAGE).body()).contains("Remplacé, fonctionne jusqu’au");
        clock.pass(Duration.ofDays(6));
        assertThat(call(former)).isEqualTo(200);
        clock.pass(Duration.ofDays(2));
        assertThat(call(former)).isEqualTo(401);
        assertThat(call(next)).isEqualTo(200);
        tokens.deleteExpired();
        assertThat(tokens.working()).hasSize(1);
    }

    @Test
    void cutsTheConnectionAtOnce() {
        var token = make();
        assertThat(desk.post(PAGE + "/coupure").location()).isEqualTo(PAGE);
        assertThat(call(token)).isEqualTo(401);
    }

    @Test
    void explainsWhatWasRefusedForThirtyDays() {
        var token = make();
        assertThat(new Browser(port)
                        .with("Authorization", "Bearer " + token)
                        .get("/scim/v2/Users/absente")
                        .status())
                .isEqualTo(404);
        assertThat(call("faux")).isEqualTo(401);
        assertThat(desk.get(PAGE).body())
                .contains("GET /scim/v2/Users/absente", "absente\u00a0» dans Parvis", "Ce jeton ne fonctionne pas");
        clock.pass(Duration.ofDays(60)); // other tests called in the days to come
        calls.deleteOld();
        assertThat(calls.newest(1)).isEmpty();
    }

    @Test
    void isForAdministratorsWhoShowedWhoTheyAre() {
        var agent =
                doorman.admit(cast.agent("Nadia", "Belkacem", "voirie").viewer().account(), new Browser(port));
        assertThat(agent.get(PAGE).status()).isEqualTo(403);
        assertThat(agent.post(PAGE + "/jeton").status()).isEqualTo(403);
        assertThat(agent.post(PAGE + "/coupure").status()).isEqualTo(403);
        assertThat(new Browser(port).get(PAGE).location()).contains("/connexion?suite=");
        clock.pass(Duration.ofMinutes(31));
        assertThat(desk.post(PAGE + "/jeton").location()).contains("/compte/confirmation");
        assertThat(desk.post(PAGE + "/coupure").location()).contains("/compte/confirmation");
    }

    private String make() {
        var shown = SECRET.matcher(desk.post(PAGE + "/jeton").body());
        assertThat(shown.find()).isTrue();
        return new Token(shown.group(1)).value();
    }

    private int call(String token) {
        return new Browser(port)
                .with("Authorization", "Bearer " + token)
                .get("/scim/v2/Users?count=0")
                .status();
    }
}
