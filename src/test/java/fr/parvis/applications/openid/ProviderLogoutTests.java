package fr.parvis.applications.openid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Applications;
import fr.parvis.testing.AtProvider;
import fr.parvis.testing.Browser;
import fr.parvis.testing.ParvisTest;
import fr.parvis.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signed out by an application, who came through FranceConnect is signed out there too, and goes back to it. */
@ParvisTest
class ProviderLogoutTests {

    private static final AtProvider THERE = new AtProvider(TestEnvironment.franceConnect());
    private static final String REFRESH = "0;url=";

    @LocalServerPort
    int port;

    @Autowired
    Applications applications;

    @Test
    void endsTheSessionOfFranceConnectOnTheWayBackToTheApplication() {
        var vendor = Vendor.register(applications, port);
        var browser = throughFranceConnect();
        var agreed = Vendor.agree(browser, browser.get(vendor.authorize()));
        var hint = vendor.exchange(Vendor.parameter(agreed, "code"))
                .body()
                .get("id_token")
                .asString();
        var out = browser.get(Provider.LOGOUT + "?id_token_hint=" + hint
                        + "&state=au-revoir&post_logout_redirect_uri=https%3A%2F%2Fmediatheque.example%2F")
                .header("Refresh");
        assertThat(out).startsWith(REFRESH + TestEnvironment.franceConnect() + "/session/end?");
        assertThat(browser.get("/compte").status()).as("signed out here first").isEqualTo(302);

        var back = THERE.endsTheSession(out.substring(REFRESH.length()));
        assertThat(new Browser(port).get(back).location())
                .as("nobody else is led anywhere")
                .isEqualTo("/");
        assertThat(browser.get(back).location()).isEqualTo("https://mediatheque.example/?state=au-revoir");
        assertThat(browser.get(back).location()).as("once only").isEqualTo("/");
    }

    @Test
    void trustsNoOtherState() {
        var browser = throughFranceConnect();
        browser.get("/compte");
        browser.post("/deconnexion");
        assertThat(browser.get("/connexion/franceconnect/fin?state=un-autre").location())
                .isEqualTo("/");
    }

    private Browser throughFranceConnect() {
        var browser = new Browser(port);
        browser.get("/connexion");
        browser.get(THERE.signsIn(browser.post("/connexion/franceconnect").location(), "aminata"));
        return browser;
    }
}
