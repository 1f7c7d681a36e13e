package fr.parvis.applications.openid;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.ParvisTest;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that others wrote: Debian's Apache modules for OpenID Connect and CAS, unchanged, let a resident in. */
@ParvisTest
class ApacheTests {

    private static final Pattern QUESTION = Pattern.compile("name=\"demande\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Applications applications;

    @Autowired
    Cast cast;

    @TempDir
    Path folder;

    UUID id = UUID.randomUUID();
    Browser browser;

    @BeforeEach
    void signIn() {
        var zoe = cast.resident("Zoe", "Martin");
        browser = new Browser(port);
        browser.get("/connexion");
        browser.post("/connexion", "email", zoe.email(), "password", Cast.PASSWORD);
    }

    @Test
    void modAuthOpenidcLetsAResidentIn() throws Exception {
        int apachePort = Apache.freePort();
        var here = "http://localhost:" + apachePort;
        applications.save(application(Protocol.OPENID, here + "/retour"));
        var secret = applications.renewSecret(id);
        try (var apache = Apache.start(folder, apachePort, """
                LoadModule auth_openidc_module /usr/lib/apache2/modules/mod_auth_openidc.so
                OIDCProviderMetadataURL %1$s
                OIDCClientID app-%2$s
                OIDCClientSecret %3$s
                OIDCRedirectURI %4$s/retour
                OIDCCryptoPassphrase phrase-de-passe-des-temoins
                OIDCScope "openid profile"
                OIDCPKCEMethod S256
                <Location />
                  AuthType openid-connect
                  Require claim given_name:Zoe
                </Location>
                """.formatted(
                        "http://localhost:" + port + "/.well-known/openid-configuration", id, secret, here))) {
            var question = browser.get(local(apache.get("/")));
            assertThat(question.body()).contains("Logiciel ancien recevra");
            var back = Vendor.agree(browser, question);
            assertThat(apache.get(back.substring(here.length()))).isEqualTo(here + "/");
            assertThat(apache.body("/")).contains("Bienvenue chez Apache");
            assertThat(applications.find(id)).isPresent();
        }
    }

    @Test
    void modAuthCasLetsAResidentIn() throws Exception {
        int apachePort = Apache.freePort();
        var here = "http://localhost:" + apachePort;
        applications.save(application(Protocol.CAS, here + "/"));
        try (var apache =
                Apache.start(folder, apachePort, """
                LoadModule auth_cas_module /usr/lib/apache2/modules/mod_auth_cas.so
                CASLoginURL http://localhost:%1$d/cas/login
                CASValidateURL http://localhost:%1$d/cas/serviceValidate
                CASCookiePath %2$s/
                CASVersion 2
                <Location />
                  AuthType CAS
                  Require valid-user
                </Location>
                """.formatted(port, Apache.writable(folder.resolve("cas"))))) {
            var question = browser.get(local(apache.get("/")));
            var service = QUESTION.matcher(question.body());
            assertThat(service.find()).as(question.body()).isTrue();
            var back = browser.post(
                            "/cas/consentement", "demande", service.group(1).replace("&amp;", "&"), "accord", "oui")
                    .header("Refresh")
                    .replace("0;url=", "");
            assertThat(back).startsWith(here + "/?ticket=ST-");
            assertThat(apache.get(back.substring(here.length()))).startsWith(here + "/");
            assertThat(apache.body("/")).contains("Bienvenue chez Apache");
        }
    }

    private Application application(Protocol protocol, String address) {
        return new Application(
                id,
                "app-" + id,
                "Logiciel ancien",
                "Faire ce qu’il a toujours fait.",
                "support@ancien.example",
                protocol,
                List.of(address),
                List.of(),
                null,
                Set.of(Claim.GIVEN_NAME),
                null,
                Algorithm.RS256,
                false,
                false);
    }

    private static String local(String address) {
        var there = URI.create(address);
        return there.getRawPath() + "?" + there.getRawQuery();
    }
}
