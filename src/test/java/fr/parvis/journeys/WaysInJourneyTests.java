package fr.parvis.journeys;

import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People come in through the State's identity providers, and administrators say who works for the town. */
@JourneyTest
class WaysInJourneyTests {

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aResidentComesWithFranceConnect(@Browsing(width = 360, javaScript = false) Visitor rui) {
        rui.open("/connexion?suite=/compte/franceconnect");
        rui.page().getByText("S’identifier avec FranceConnect").click();
        rui.page().getByText("Rui Manuel Ferreira").click();
        rui.open("/compte/identite").see("Rui Manuel").see("30 juin 1984");
        rui.open("/demarches/carte-stationnement-residentiel/commencer")
                .press("Commencer")
                .see("fourni par FranceConnect");
        rui.open("/compte/securite").see("avec FranceConnect");
        rui.open("/compte/confirmation?suite=/compte/securite").see("montrez de nouveau qui vous êtes");
    }

    @Test
    void whoHasThatAddressIsAskedWhoseAccountItIs(Visitor odile) {
        jdbc.sql("delete from identity.account where id in"
                        + " (select account_id from identity.civil_identity where family_name = 'Perrin')")
                .update(); // other tests let her in too
        var player = cast.resident("Odile", "Marchand", "odile.marchand@mel.example");
        odile.open("/connexion");
        odile.page().getByText("S’identifier avec FranceConnect").click();
        odile.page().getByText("Odile Jeanne Perrin").click();
        odile.open("/connexion/franceconnect/compte-existant")
                .see(player.email())
                .fill("Mot de passe", "ce n’est pas lui")
                .press("Continuer avec ce compte")
                .see("Ce mot de passe ne va pas")
                .fill("Mot de passe", Cast.PASSWORD)
                .press("Continuer avec ce compte");
        odile.open("/compte/franceconnect").see("FranceConnect ouvre ce compte");
    }

    @Test
    void anAdministratorWelcomesAnAgent(@Browsing(width = 360) Visitor alix) {
        var email = Cast.newEmail();
        SignIn.as(cast.administrator("Alix", "Garnier"), alix);
        alix.open("/bureau/agents")
                .follow("Ajouter un agent")
                .press("Ajouter cet agent")
                .see("Choisissez le service.")
                .fill("Adresse électronique professionnelle", email)
                .fill("Prénom (facultatif)", "Sam")
                .fill("Nom (facultatif)", "Ba")
                .choose("Service", "Voirie et occupation du domaine public")
                .fill("Qualité", "Instructeur")
                .press("Ajouter cet agent")
                .see("L’agent est ajouté")
                .press("Donner cette fonction")
                .see("Le rôle est donné")
                .press("Retirer Administration de la plateforme")
                .see("Le rôle est retiré")
                .see("par Alix Garnier");
        Inbox.read(email, "Votre accès au bureau");
        alix.open("/bureau/agents/proconnect").seeHeading("ProConnect");
        alix.open("/bureau/agents")
                .follow("annuaire de la ville")
                .press("Faire un jeton")
                .see("il ne sera plus affiché")
                .press("Couper la liaison maintenant")
                .see("l’annuaire ne peut rien annoncer");
    }

    @Test
    void whatMattersIsAskedOfThePersonAgain(Visitor ines) {
        SignIn.as(cast.resident("Inès", "Prudente"), ines);
        ines.open("/compte/confirmation?suite=/compte/securite")
                .fill("Mot de passe", "ce n’est pas lui")
                .press("Continuer")
                .see("Ce n’est pas votre mot de passe actuel")
                .fill("Mot de passe", Cast.PASSWORD)
                .press("Continuer")
                .seeHeading("Sécurité de mon compte")
                .follow("Installer une application d’authentification")
                .fill("Code à six chiffres", "000000")
                .press("Continuer")
                .see("Ce code n’est pas le bon");
    }
}
