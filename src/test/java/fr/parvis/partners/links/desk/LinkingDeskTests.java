package fr.parvis.partners.links.desk;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator offers residents a way to link themselves to a partner. */
@ParvisTest
class LinkingDeskTests {

    @Autowired
    private PartnerHouse house;

    @Autowired
    private Cast cast;

    @Autowired
    private Doorman doorman;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private PartnerProgram library;
    private String path;
    private Browser alix;
    private Browser zoe;

    @BeforeEach
    void aPartnerThatNobodyCanLinkTo() {
        library = house.register("Ludothèque", port);
        path = "/bureau/partenaires/" + library.partner.slug() + "/liaison";
        alix = new Browser(port);
        doorman.admit(cast.administrator("Alix", "Garnier").viewer().account(), alix);
        zoe = new Browser(port);
        doorman.admit(cast.resident("Zoé", "Martin").viewer().account(), zoe);
    }

    @Test
    void whatIsOfferedIsSaidToResidents() {
        assertThat(alix.get(path).body()).contains("ne peuvent pas encore lier");
        assertThat(save("SIGN_ON", "", "", "").location()).endsWith(library.partner.slug());

        assertThat(zoe.get("/mes-services").body()).contains(service());
        assertThat(zoe.get(service()).body()).contains("Vos jeux empruntés.", "Un numéro, rien d’autre.");
    }

    @Test
    void whatIsSharedIsStillSaidOnceEverybodyIsLinked() {
        alix.get(path);
        save("SIGN_ON", "", "", "");
        var account = cast.resident("Karim", "Haddad").viewer().account();
        house.link(library, account, "CARTE-7");
        var karim = new Browser(port);
        doorman.admit(account, karim);

        assertThat(karim.get(service()).body())
                .contains("Ce qui est partagé", "Vos jeux empruntés.")
                .doesNotContain(service() + "/lier");
    }

    @Test
    void aPartnerOnTrialIsOfferedToNobody() {
        alix.get(path);
        save("SIGN_ON", "", "", "");
        jdbc.sql("update partners.partner set sandbox = true where id = :id")
                .param("id", library.partner.id())
                .update();

        assertThat(zoe.get("/mes-services").body()).doesNotContain(service());
    }

    @Test
    void whatIsMissingIsSaidBesideItsField() {
        alix.get(path);
        assertThat(alix.post(path, "method", "CARD").body())
                .contains("Dites-le en une ou deux phrases", "Écrivez l’adresse en entier");
        assertThat(save("AUTRE", "", "", "").status()).isEqualTo(422);
        assertThat(save("CARD", "http://ludotheque.example", "", "").body()).contains("doit commencer par https");
        assertThat(save("OPENID", "https://ludotheque.example", "ville", "").body())
                .contains("Écrivez le secret");
    }

    @Test
    void aSecretIsKeptSealedUntilAnotherIsTyped() {
        alix.get(path);
        assertThat(save("OPENID", "https://ludotheque.example", "ville", "un-secret-du-partenaire")
                        .status())
                .isEqualTo(303);
        assertThat(alix.get(path).body()).contains("ludotheque.example").doesNotContain("un-secret-du-partenaire");
        assertThat(save("OPENID", "https://ludotheque.example", "ville-2", "").status())
                .isEqualTo(303);
        assertThat(alix.get(path).body()).contains("ville-2");
    }

    @Test
    void onlyAnAdministratorDecides() {
        assertThat(zoe.get(path).status()).isEqualTo(403);
        assertThat(zoe.post(path, "method", "SIGN_ON").status()).isEqualTo(403);
    }

    private Browser.Page save(String method, String address, String client, String secret) {
        return alix.post(
                path,
                "method",
                method,
                "townLearns",
                "Vos jeux empruntés.",
                "partnerLearns",
                "Un numéro, rien d’autre.",
                "address",
                address,
                "client",
                client,
                "secret",
                secret);
    }

    private String service() {
        return "/mes-services/" + library.partner.slug();
    }
}
