package fr.parvis.partners.desk;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.partners.PartnerHouse;
import fr.parvis.partners.PartnerProgram;
import fr.parvis.testing.Browser;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Doorman;
import fr.parvis.testing.ParvisTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The application that a partner got for itself: people do not enter it, and it may prove itself by its own keys. */
@ParvisTest
class OwnApplicationTests {

    private static final String RENEW = "Renouveler le secret";

    @Autowired
    PartnerHouse house;

    @Autowired
    Applications applications;

    @Autowired
    Cast cast;

    @Autowired
    Doorman doorman;

    @LocalServerPort
    int port;

    PartnerProgram music;
    Browser alix;
    String path;

    @BeforeEach
    void begin() {
        music = house.register("Conservatoire", port);
        path = "/bureau/applications/" + music.partner.application();
        alix = doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), new Browser(port));
        alix.get(path);
    }

    @Test
    void isEditedWithoutAnAddressToSendPeopleTo() {
        assertThat(alix.get(path + "/modifier").body())
                .contains("private_key_jwt")
                .doesNotContain("redirect_uri", "Données transmises", "Signature de nos réponses");
        assertThat(change("https://conservatoire.example/cles").location()).isEqualTo(path);
        assertThat(application().protocol()).as("whatever was sent").isEqualTo(Protocol.API);
        assertThat(application().name()).isEqualTo("Conservatoire du parc");
        assertThat(application().keySet()).isEqualTo("https://conservatoire.example/cles");
        assertThat(change("http://conservatoire.example/cles").body()).contains("keySet-erreur");
    }

    @Test
    void hasKeysOrASecret() {
        var partner = PartnersController.PATH + "/" + music.partner.slug();
        assertThat(alix.get(partner).body()).contains(RENEW, path);
        assertThat(alix.get(path).body()).contains(RENEW);
        assertThat(music.token()).isNotEmpty();

        change("https://conservatoire.example/cles");
        assertThat(alix.get(partner).body()).doesNotContain(RENEW);
        assertThat(alix.get(path).body())
                .contains("https://conservatoire.example/cles")
                .doesNotContain(RENEW);
        assertThat(music.token()).as("a secret proves nothing any more").isEmpty();

        change("");
        assertThat(alix.get(partner).body()).contains(RENEW);
        assertThat(music.token()).isNotEmpty();
    }

    @Test
    void nobodyEntersItSoThereIsNothingToTry() {
        assertThat(alix.get(path).body())
                .contains("personne n’y entre avec son compte")
                .doesNotContain("Essayer la connexion", "PKCE", "Connexions des quatorze");
        assertThat(alix.get(path + "/essai").status()).isEqualTo(404);
        assertThat(alix.post(path + "/essai/complet").status()).isEqualTo(404);
    }

    private Browser.Page change(String keySet) {
        return alix.post(
                path + "/modifier",
                "name",
                "Conservatoire du parc",
                "purpose",
                "Suivre ce qui s’y passe.",
                "contact",
                "support@parc.example",
                "protocol",
                "OPENID",
                "keySet",
                keySet);
    }

    private Application application() {
        return applications.find(music.partner.application()).orElseThrow();
    }
}
