package fr.parvis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People look after their account. */
@JourneyTest
class AccountJourneyTests {

    private static final String OTHER_PASSWORD = "girafe bocal tambour pluie";

    @Autowired
    Cast cast;

    @Test
    void theAddressAndThePasswordAreChanged(Visitor chloe) {
        var player = cast.resident("Chloé", "Changeante");
        var newEmail = Cast.newEmail();
        SignIn.as(player, chloe);
        chloe.open("/compte")
                .see(player.email())
                .follow("Changer d’adresse électronique")
                .fill("Nouvelle adresse électronique", newEmail)
                .press("Recevoir mon code")
                .fill("Code à six chiffres", Inbox.code(newEmail))
                .press("Continuer")
                .see("Votre adresse électronique a changé")
                .see(newEmail);
        Inbox.read(player.email(), "Votre adresse de connexion a changé");

        chloe.follow("Changer de mot de passe")
                .fill("Nouveau mot de passe", "court")
                .press("Changer de mot de passe")
                .see("Un point à corriger")
                .fill("Nouveau mot de passe", OTHER_PASSWORD)
                .press("Changer de mot de passe")
                .see("Votre mot de passe est enregistré");
        Inbox.read(newEmail, "Votre mot de passe a changé");
        chloe.press("Se déconnecter").open("/mon-fil").seeHeading("Se connecter");
        SignIn.with(newEmail, OTHER_PASSWORD, chloe).seeHeading("Bonjour Chloé");
    }

    @Test
    void aDeviceLeftSignedInIsSignedOutFromAfar(Visitor home, @Browsing(width = 360) Visitor library) {
        var player = cast.resident("Viktor", "Distrait");
        SignIn.as(player, library);
        SignIn.as(player, home);
        home.open("/compte").follow("Voir mes appareils connectés").see("cet appareil");
        home.press("Déconnecter tous les autres appareils").seeNot("Déconnecter tous");
        library.open("/mon-fil").seeHeading("Se connecter");
    }

    @Test
    void aForgottenPasswordIsReplacedWithACode(@Browsing(width = 360) Visitor tomas) {
        var player = cast.resident("Tomás", "Oublieux");
        tomas.open("/connexion");
        SignIn.with(player.email(), "je ne sais plus", tomas)
                .see("Un point à corriger")
                .follow("Mot de passe oublié")
                .fill("Adresse électronique", player.email())
                .press("Recevoir mon code")
                .fill("Code à six chiffres", Inbox.code(player.email()))
                .fill("Nouveau mot de passe", OTHER_PASSWORD)
                .press("Continuer");
        assertThat(tomas.open("/compte").text()).contains(player.email());
        Inbox.read(player.email(), "Votre mot de passe a changé");
    }

    @Test
    void anAccountIsDeletedByItsHolderAlone(Visitor eloise) {
        var player = cast.resident("Éloïse", "Partante");
        SignIn.as(player, eloise);
        eloise.open("/compte")
                .follow("Supprimer mon compte")
                .press("Supprimer mon compte")
                .see("Votre compte est supprimé");
        Inbox.read(player.email(), "Votre compte est supprimé");
        SignIn.with(player.email(), Cast.PASSWORD, eloise).seeHeading("Se connecter");
    }
}
