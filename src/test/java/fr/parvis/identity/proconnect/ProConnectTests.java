package fr.parvis.identity.proconnect;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Accounts.NewAccount;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import fr.parvis.testing.AtProvider;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import fr.parvis.testing.TestEnvironment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agents sign in with ProConnect, over its real protocol; each broken rule leads to nobody's account. */
@ParvisTest
class ProConnectTests {

    private static final AtProvider THERE = new AtProvider(TestEnvironment.proConnect());
    private static final String DOOR = "/connexion/proconnect";
    private static final String REQUESTS = LinkRequestsController.PATH;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisation organisation;

    @Autowired
    Roles roles;

    @Autowired
    AgentLinks links;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    UUID nadia = new UUID(0, 0);
    Browser browser = new Browser(0);

    @BeforeEach
    void nadiaWorksHere() {
        nadia = accounts.open(new NewAccount("Nadia", "Belkacem", "agent@parvis.example", Cast.PASSWORD, false));
        organisation.appoint(new Membership(nadia, "stationnement", Function.AGENT, "Instructrice"));
        browser = new Browser(port);
        browser.get("/connexion");
    }

    @AfterEach
    void allIsAsBefore() {
        THERE.makes("NONE");
        roles.dismiss(nadia, "stationnement", nadia);
        jdbc.sql("delete from identity.account where email like '%@parvis.example'")
                .update();
    }

    @Test
    void letsAnAgentInOnceAnAdministratorAgreed() {
        assertThat(come("nadia").location()).isEqualTo("/connexion?fait=proconnect-attente");
        assertThat(browser.get("/connexion?fait=proconnect-attente").body())
                .contains("un administrateur doit confirmer");
        assertThat(browser.get("/bureau").location()).contains("/connexion?suite=");

        answer("/accord");
        assertThat(come("nadia").location()).isEqualTo("/bureau");
        assertThat(browser.get("/bureau").status()).isEqualTo(200);
        assertThat(browser.get("/compte/securite").body()).contains("avec ProConnect");
    }

    @Test
    void asksAgainWhenTheIdentityProviderIsAnother() {
        agreeTo("nadia");
        assertThat(come("nadia-ailleurs").location()).isEqualTo("/connexion?fait=proconnect-attente");
        answer("/refus");
        assertThat(links.requests()).isEmpty();
        assertThat(come("nadia").location()).isEqualTo("/bureau");
    }

    @Test
    void takesTheAgentFromBothProvidersOnceAnAdministratorAgreedToEach() {
        agreeTo("nadia");
        agreeTo("nadia-ailleurs");
        assertThat(come("nadia-ailleurs").location()).isEqualTo("/bureau");
        assertThat(come("nadia").location()).isEqualTo("/bureau");
        come("voisine");
        assertThat(links.requests())
                .as("the same address at another employer leads nowhere")
                .isEmpty();
    }

    @Test
    void keepsWhoAgreedInTheAgentsHistory() {
        agreeTo("nadia");
        come("nadia-ailleurs");
        answer("/refus");
        var desk = doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), new Browser(port));
        var id = jdbc.sql("select id from organisation.colleague where account = :account")
                .param("account", nadia)
                .query(UUID.class)
                .single();
        assertThat(desk.get("/bureau/agents/" + id).body())
                .contains("entrée par ProConnect confirmée par Alix Garnier.")
                .contains("entrée par ProConnect écartée par Alix Garnier.");
    }

    @Test
    void provesTheTownWithAKeyWhosePublicHalfEverybodyMayRead() {
        var keys = new Browser(port).get("/connexion/jwks");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.body()).contains("\"kty\":\"EC\"", "\"kid\"").doesNotContain("\"d\"");
        assertThat(jdbc.sql("select position('kty'::bytea in sealed) from identity.client_key")
                        .query(Integer.class)
                        .list())
                .as("one key, sealed")
                .containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "voisine,employeur",
        "prestataire,agent-public",
        "zoe,sans-role",
        "nouveau,sans-role",
        "personne,renonce"
    })
    void refusesWhoeverIsNoAgentHere(String person, String reason) {
        accounts.open(new NewAccount("Zoé", "Martin", "resident@parvis.example", Cast.PASSWORD, false));
        assertThat(come(person).location()).isEqualTo("/connexion?fait=proconnect-" + reason);
        assertThat(browser.get("/connexion?fait=proconnect-" + reason).body()).contains("ProConnect</button>");
        assertThat(links.requests()).isEmpty();
        assertThat(browser.get("/mon-fil").status()).isEqualTo(302);
    }

    @Test
    void refusesAnAgentWhoLeft() {
        agreeTo("nadia");
        roles.dismiss(nadia, "stationnement", nadia);
        assertThat(come("nadia").location()).isEqualTo("/connexion?fait=proconnect-sans-role");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "TOKEN_REFUSED",
                "WRONG_ISSUER_ANSWER"
            })
    void letsNobodyInWithAnAnswerThatBreaksARule(String fault) {
        agreeTo("nadia");
        THERE.makes(fault);
        assertThat(come("nadia").location()).isEqualTo("/connexion?fait=proconnect-refus");
        assertThat(browser.get("/bureau").status()).isEqualTo(302);
    }

    @Test
    void letsNobodyInWithAnotherBrowsersAnswer() {
        agreeTo("nadia");
        var answer = THERE.signsIn(begin(), "nadia");
        var thief = new Browser(port);
        assertThat(thief.get(answer).location()).isEqualTo("/connexion?fait=proconnect-perdu");
        THERE.makes("WRONG_STATE");
        assertThat(come("nadia").location()).isEqualTo("/connexion?fait=proconnect-perdu");
    }

    @Test
    void takesUserinfoInPlainJsonTooAsProConnectMaySendIt() {
        agreeTo("nadia");
        THERE.makes("PLAIN_USERINFO");
        assertThat(come("nadia").location()).isEqualTo("/bureau");
    }

    @Test
    void leavesTheOtherWaysInOpenDuringAnOutage() {
        THERE.makes("SERVER_ERROR");
        assertThat(come("nadia").location()).isEqualTo("/connexion?fait=proconnect-panne");
        assertThat(browser.get("/connexion?fait=proconnect-panne").body())
                .contains("ProConnect ne répond pas", "Mot de passe");
    }

    @Test
    void asksForSeveralFactorsAndForNothingUnknown() {
        var asked = URLDecoder.decode(begin(), StandardCharsets.UTF_8);
        assertThat(asked)
                .contains("\"acr\"", "\"essential\":true", "eidas1-mfa", "eidas2", "eidas3")
                .doesNotContain("eidas0", "acr_values");
    }

    @Test
    void signsOutThereToo() {
        agreeTo("nadia");
        come("nadia");
        browser.get("/compte");
        var there = browser.post("/deconnexion").location();
        assertThat(there)
                .startsWith(TestEnvironment.proConnect() + "/session/end?")
                .contains("id_token_hint=");
    }

    @Test
    void keepsTheAgreementToAdministrators() {
        come("nadia");
        var agent = doorman.admit(nadia, new Browser(port));
        assertThat(agent.get(REQUESTS).status()).isEqualTo(403);
        var id = links.requests().getFirst().id().toString();
        assertThat(agent.post(REQUESTS + "/accord", "request", id).status()).isEqualTo(403);
        assertThat(agent.post(REQUESTS + "/refus", "request", id).status()).isEqualTo(403);
        assertThat(links.requests()).hasSize(1);
    }

    private Browser.Page come(String person) {
        return browser.get(THERE.signsIn(begin(), person));
    }

    private String begin() {
        browser.get("/connexion?encore=oui");
        return browser.post(DOOR, "suite", "/bureau").location();
    }

    private void agreeTo(String person) {
        come(person);
        answer("/accord");
    }

    private void answer(String how) {
        var desk = doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), new Browser(port));
        assertThat(desk.get(REQUESTS).body()).contains("Nadia Belkacem", "21920073400015");
        assertThat(links.requests()).hasSize(1);
        desk.post(REQUESTS + how, "request", links.requests().getFirst().id().toString());
    }
}
