package fr.parvis.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.kernel.French;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** « Mon identité » : what is certified, by whom and since when, which its page does not let anybody change. */
@ParvisTest
class MyIdentityTests {

    @LocalServerPort
    int port;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @Autowired
    CivilIdentityTable identities;

    Player zoe;
    Browser browser;

    @BeforeEach
    void zoeIsHere() {
        zoe = cast.resident("Zoé", "Martin");
        browser = doorman.admit(zoe.viewer().account(), new Browser(port));
    }

    @Test
    void saysThatNothingIsCertifiedAndHowItCouldBe() {
        assertThat(browser.get("/compte/identite").body())
                .contains("Rien n’est certifié", "Zoé Martin", "/compte/franceconnect", zoe.email())
                .doesNotContain("Certifié par");
        assertThat(browser.get("/compte").body())
                .contains("Pour corriger votre nom")
                .doesNotContain("certifié par");
    }

    @Test
    void showsWhatIsCertifiedAndHowToHaveItCorrected() {
        prove("1988-05-07", "92073", "99100");
        assertThat(browser.get("/compte/identite").body())
                .contains("Certifié par FranceConnect", "Zoé Alice", "Durand", "Martin", "féminin")
                .contains("7\u00a0mai 1988", "92073", "France</dd>")
                .contains("pour la dernière fois le " + French.date(Instant.now()), "service-public.gouv.fr")
                .contains("href=\"/compte/courriel\"", zoe.email())
                .doesNotContain("<input class");
        assertThat(browser.get("/compte").body())
                .contains("certifié par FranceConnect, ne se modifie pas ici", "href=\"/compte/identite\"")
                .doesNotContain("Pour corriger votre nom");
    }

    @ParameterizedTest
    @CsvSource({"1949-00-00,1949 (date présumée", "1949-07-00,07/1949 (date présumée"})
    void saysWhatAPresumedDateKnows(String birthdate, String words) {
        prove(birthdate, "", "99330");
        assertThat(browser.get("/compte/identite").body())
                .contains(words, "code Insee 99330")
                .doesNotContain("Commune de naissance");
    }

    @Test
    void isOnesOwnAndNobodyElses() {
        prove("1988-05-07", "92073", "99100");
        var other = cast.resident("Ana", "Lopes").viewer().account();
        assertThat(doorman.admit(other, new Browser(port))
                        .get("/compte/identite")
                        .body())
                .doesNotContain("Durand");
        assertThat(new Browser(port).get("/compte/identite").location()).contains("/connexion?suite=");
    }

    private void prove(String birthdate, String place, String country) {
        var civil = new CivilIdentity("Zoé Alice", "Durand", "Martin", "female", birthdate, place, country);
        identities.prove(
                zoe.viewer().account(), new CertifiedIdentity(civil, Prover.FRANCECONNECT, Instant.now(), "eidas1"));
    }
}
