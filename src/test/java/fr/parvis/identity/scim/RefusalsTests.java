package fr.parvis.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.scim.connection.DirectoryTokens;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
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

/** Who may not call, and what is badly said, is refused with the exact reason. */
@ParvisTest
class RefusalsTests {

    @LocalServerPort
    int port;

    @Autowired
    DirectoryTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    Connector directory = new Connector(0, null);

    @BeforeEach
    void connect() {
        directory = new Connector(port, tokens.renew(UUID.randomUUID()).value());
    }

    @AfterEach
    void disconnect() {
        tokens.revoke();
        jdbc.sql("delete from identity.throttle").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users",
                "/Users/0",
                "/Groups",
                "/Groups/voirie",
                "/ServiceProviderConfig",
                "/ResourceTypes",
                "/ResourceTypes/User",
                "/Schemas",
                "/Bulk",
                "/rien"
            })
    void nothingIsToldWithoutTheToken(String path) {
        var none = new Connector(port, null).get(path);
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(none.at("/schemas/0")).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        var wrong = new Connector(port, "faux").get(path);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void anAdministratorsSessionIsNoToken() {
        var alix = cast.administrator("Alix", "Garnier");
        var browser = doorman.admit(alix.viewer().account(), new Browser(port));
        assertThat(browser.get("/scim/v2/Users").status()).isEqualTo(401);
        assertThat(browser.post("/scim/v2/Users").status()).isEqualTo(401);
    }

    @Test
    void wrongTokensAreSlowedDownAndTheRightOneIsNot() {
        var guesser = new Connector(port, "faux");
        for (int i = 0; i < 20; i++) {
            assertThat(guesser.get("/Users").status()).isEqualTo(401);
        }
        var slowed = guesser.get("/Users");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.header("Retry-After")).isNotEmpty();
        assertThat(directory.get("/Users").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userName\":              | invalidSyntax | ligne 1",
                "[]                          | invalidSyntax | objet JSON",
                "{}                          | invalidValue  | userName",
                "{\"userName\": \"ines\"}    | invalidValue  | adresse électronique",
                "{\"userName\": \"a\\u0000@b.fr\"}    | invalidValue  | contrôle",
                "{\"userName\": \"ines@mel.example\"} | invalidValue  | familyName",
                "{\"userName\": \"ines@mel.example\", \"active\": \"peut-être\"} | invalidValue | active",
                "{\"userName\": \"ines@mel.example\", \"name\": {\"givenName\": \"<b>\"}} | invalidValue | givenName"
            })
    void peopleBadlyDescribedAreRefused(String body, String type, String reason) {
        var refused = directory.post("/Users", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/status")).isEqualTo("400");
        assertThat(refused.at("/scimType")).isEqualTo(type);
        assertThat(refused.at("/detail")).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName",
                "userName eq",
                "userName eq \"a\" or userName eq \"b\"",
                "userName co \"a\"",
                "userName gt \"a\"",
                "password eq \"a\"",
                "userName eq \"a\"; drop table identity.account",
                "userName eq \"a\" and userName eq \"b\"",
                "meta.lastModified gt \"hier\"",
                "meta.lastModified gt \"+999999999-01-01T00:00:00Z\"",
                "meta.lastModified gt \"-999999999-01-01T00:00:00Z\"",
                "active eq \"peut-être\"",
                "userName eq \"a"
            })
    void filtersNotUnderstoodAreRefused(String filter) {
        var refused = directory.filter("/Users", filter);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/scimType")).isEqualTo("invalidFilter");
    }

    @Test
    void oddCallsGetAnAnswerOfTheStandard() {
        assertThat(directory
                        .call("POST", "/Users", "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(directory
                        .post("/Users", "{\"a\": \"" + "a".repeat(1_000_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(directory.post("/Bulk", "{}").status()).isEqualTo(501);
        assertThat(directory.post("/Users/.search", "{}").status()).isEqualTo(501);
        assertThat(directory.delete("/Users").status()).isEqualTo(404);
        assertThat(directory.get("/Users/pas-un-identifiant").at("/detail")).contains("pas-un-identifiant");
        assertThat(directory.filter("/Users", "userName eq \"\\u0000\"").status())
                .isEqualTo(400);
    }

    @Test
    void theConfigurationSaysWhatIsServed() {
        var configuration = directory.call("GET", "/ServiceProviderConfig", "", "Accept", "application/json");
        assertThat(configuration.header("Content-Type")).isEqualTo("application/json");
        assertThat(configuration.at("/bulk/supported")).isEqualTo("false");
        assertThat(configuration.at("/patch/supported")).isEqualTo("true");
        assertThat(configuration.at("/meta/location")).startsWith("http://localhost:");
        assertThat(directory.get("/ResourceTypes").at("/totalResults")).isEqualTo("2");
        assertThat(directory.get("/ResourceTypes/Group").at("/endpoint")).isEqualTo("/Groups");
        assertThat(directory.get("/Schemas").at("/totalResults")).isEqualTo("3");
        assertThat(directory.get("/Schemas/" + Resources.ENTERPRISE).at("/name"))
                .isEqualTo("EnterpriseUser");
        assertThat(directory.get("/Schemas/autre").status()).isEqualTo(404);
    }
}
