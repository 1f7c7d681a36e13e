package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.testing.Doorman;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityTest
class SecurityTests {

    private static final String NASTY = "\"><script>alert('é')</script>\n& suite";

    @Autowired
    People people;

    @Autowired
    Organisation organisation;

    @Autowired
    Doorman doorman;

    @Test
    void sendsHeadersThatLeaveNothingToStrangers() {
        var page = people.browser().get("/connexion");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie"))
                .contains("parvis_form=", "HttpOnly", "SameSite=Lax")
                .doesNotContain("JSESSIONID");
    }

    @Test
    void keepsStaticFilesInCachesAndWithoutCookies() {
        var home = people.browser().get("/connexion").body();
        var css = home.replaceFirst("(?s).*href=\"(/css/base[^\"]*)\".*", "$1");
        var file = people.browser().get(css);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).contains("immutable").doesNotContain("no-store");
        assertThat(file.header("Set-Cookie")).isEmpty();
    }

    @Test
    void sendsStrangersToSignInAndBack() {
        var page = people.browser().get("/essai/connecte?onglet=2&tri=date");
        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location()).endsWith("/connexion?suite=%2Fessai%2Fconnecte%3Fonglet%3D2%26tri%3Ddate");
    }

    @Test
    void refusesResidentsWhatIsForAgents() {
        var email = People.newEmail();
        var account = people.open(email);
        var browser = people.signedIn(email);
        assertThat(browser.get("/essai/connecte").body()).isEqualTo("Zoé Martin [] false");
        assertThat(browser.get("/essai/agent").status()).isEqualTo(403);

        organisation.appoint(new Membership(account, "voirie", Function.AGENT, "Instructrice"));
        assertThat(browser.get("/essai/agent").location()).contains("/connexion?suite=");
        doorman.admit(account, browser);
        assertThat(browser.get("/essai/agent").body()).isEqualTo("Zoé Martin");
        organisation.makeAdministrator(account);
        assertThat(browser.get("/essai/connecte").body()).isEqualTo("Zoé Martin [voirie] true");
    }

    @Test
    void opensNoHandlerThatDoesNotSayForWhom() {
        var email = People.newEmail();
        people.open(email);
        assertThat(people.signedIn(email).get("/essai/personne").status()).isEqualTo(403);
    }

    @Test
    void givesBackWhatWasTypedWhenTheTokenIsLost() {
        var browser = people.browser();
        browser.get("/connexion");
        browser.setCookie("parvis_form", null);
        var page = browser.postAsIs(
                "/essai/tous", "text", NASTY, "list", "1", "list", "2", "password", "tr0p secret", "_csrf", "old");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains("action=\"/essai/tous\"", "Votre saisie est conservée", "name=\"list\" value=\"2\"")
                .contains("&#34;>&lt;script>alert(&#39;é&#39;)")
                .doesNotContain("<script>alert", "tr0p secret", "value=\"old\"");
        var sent = browser.post("/essai/tous", "text", NASTY);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body()).isEqualTo(NASTY);
    }

    @Test
    void givesNothingBackToAnotherSite() {
        var browser = people.browser().with("Sec-Fetch-Site", "cross-site");
        assertThat(browser.postAsIs("/essai/tous", "text", "secret")).satisfies(page -> {
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).doesNotContain("secret");
        });
        browser.with("Sec-Fetch-Site", null);
        assertThat(browser.postAsIs("/essai/tous", "text", "secret").body()).doesNotContain("secret");
        browser.with("Origin", "https://ailleurs.example");
        assertThat(browser.postAsIs("/essai/tous", "text", "secret").body()).doesNotContain("secret");
        browser.with("Origin", "null");
        assertThat(browser.postAsIs("/essai/tous", "text", "secret").body()).doesNotContain("secret");
    }

    @Test
    void trustsTheOriginOfBrowsersWithoutFetchMetadata() {
        var port = people.port();
        var browser = people.browser().with("Sec-Fetch-Site", null).with("Origin", "http://localhost:" + port);
        assertThat(browser.postAsIs("/essai/tous", "text", "Bonjour").body()).contains("value=\"Bonjour\"");
    }

    @Test
    void givesBackWhatWasTypedWhenTheSessionEnded() {
        var email = People.newEmail();
        people.open(email);
        var browser = people.signedIn(email);
        browser.get("/compte");
        browser.setCookie("parvis_session", null);
        var page = browser.post("/essai/connecte", "text", NASTY);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body())
                .contains("target=\"_blank\" rel=\"noopener\"", "action=\"/essai/connecte\"", "&lt;script>alert")
                .doesNotContain("<script>alert");

        var token = browser.token();
        browser.get("/connexion?suite=/retour");
        assertThat(browser.post("/connexion", "email", email, "password", People.PASSWORD, "suite", "/retour")
                        .location())
                .isEqualTo("/retour");
        assertThat(browser.get("/retour").body()).contains("Fermez cet onglet");
        assertThat(browser.postAsIs("/essai/connecte", "text", "de retour", "_csrf", token)
                        .body())
                .isEqualTo("de retour");
    }

    @Test
    void readsTheTokenOfFormsWithFiles() {
        var browser = people.browser();
        browser.get("/connexion");
        var fields = Map.of("_csrf", browser.token(), "text", "avec");
        assertThat(browser.postFile("/essai/tous", fields, "a.pdf", new byte[300_000])
                        .body())
                .isEqualTo("avec 300000");
        var lost = browser.postFile("/essai/tous", Map.of("text", "sans"), "a.pdf", new byte[300_000]);
        assertThat(lost.status()).isEqualTo(403);
        assertThat(lost.body()).contains("value=\"sans\"", "Les fichiers que vous aviez joints");
        assertThat(browser.postFile("/essai/tous", fields, "a.pdf", new byte[116_000_000])
                        .status())
                .isEqualTo(413);
    }

    @Test
    void answersOneMegabyteOfTextAndControlCharactersCalmly() {
        var browser = people.browser();
        browser.get("/connexion");
        var long1 = "é".repeat(500_000);
        assertThat(browser.post("/essai/tous", "text", long1).body()).isEqualTo(long1);
        assertThat(browser.post("/connexion", "email", long1, "password", "x").status())
                .isEqualTo(422);
        assertThat(browser.post("/connexion", "email", "a\u0000b@mel.example", "password", "\u0000\u0007")
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/inscription",
                                "firstName",
                                "Z".repeat(1_000_000),
                                "lastName",
                                "\u0000",
                                "email",
                                "\u0001",
                                "password",
                                long1)
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/connexion", "suite", "x".repeat(5_000_000)).status())
                .isBetween(400, 499);
    }

    @Test
    void hidesThePageOfInterruptedFormsFromTheOutside() {
        assertThat(people.browser().get("/envoi-interrompu").status()).isEqualTo(404);
        assertThat(people.browser().get("/nulle-part").body()).contains("Cette page n’existe pas", "</html>");
    }
}
