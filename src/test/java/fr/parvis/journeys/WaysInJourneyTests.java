package fr.parvis.journeys;

import com.microsoft.playwright.Page;
import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
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
                .seeValue("Adresse électronique de ce compte", player.email())
                .fill("Mot de passe", "ce n’est pas lui")
                .press("Continuer avec ce compte")
                .see("L’adresse ou le mot de passe ne va pas")
                .fill("Mot de passe", Cast.PASSWORD)
                .press("Continuer avec ce compte");
        odile.open("/compte/franceconnect").see("FranceConnect ouvre ce compte");
    }

    @Test
    void aCodeShowsWhoseAccountItIsToo(@Browsing(width = 360, javaScript = false) Visitor sacha) {
        jdbc.sql("delete from identity.account where last_name = 'Bonnet'").update(); // other tests let them in too
        var player = cast.resident("S.", "Bonnet", "sacha.bonnet@mel.example");
        sacha.open("/connexion");
        sacha.page().getByText("S’identifier avec FranceConnect").click();
        sacha.page()
                .getByText("Sacha Bonnet", new Page.GetByTextOptions().setExact(true))
                .click();
        sacha.seeHeading("Avez-vous déjà un compte\u00a0?")
                .press("Recevoir plutôt un code")
                .fill("Code à six chiffres", Inbox.code(player.email()))
                .press("Continuer");
        sacha.open("/compte/franceconnect").see("FranceConnect ouvre ce compte").see("FranceConnect est lié");
        sacha.open("/compte").follow("Changer de mot de passe").seeHeading("Changer de mot de passe");
    }

    @Test
    void anAdministratorSettlesWhoseAccountItIs(
            @Browsing(width = 360, javaScript = false) Visitor camille, Visitor alix) {
        jdbc.sql("delete from identity.account where last_name = 'Duval'").update(); // other tests make some too
        provenForCamille(cast.resident("Camille", "Duval"));
        provenForCamille(cast.resident("Camille", "Duval"));
        camille.open("/connexion");
        camille.page().getByText("S’identifier avec FranceConnect").click();
        camille.page().getByText("Camille Rose Duval").click();
        camille.seeHeading("Plusieurs comptes portent votre identité").see("Votre référence");

        SignIn.as(cast.administrator("Alix", "Garnier"), alix);
        alix.open("/bureau/identites")
                .follow("Camille Duval")
                .see("Ce que FranceConnect a prouvé")
                .press("Ne lier aucun compte")
                .see("Dites en une phrase")
                .fill("Pourquoi", "Deux personnes de même nom, à voir au guichet")
                .press("Ne lier aucun compte")
                .see("Aucun compte n’est lié")
                .see("décidé par Alix Garnier");
    }

    private void provenForCamille(Cast.Player player) {
        jdbc.sql("""
                        insert into identity.civil_identity (account_id, given_names, family_name, gender, birthdate,
                            birthplace, birthcountry, proven_by, proven_at, level)
                        values (:id, 'Camille Rose', 'Duval', 'unspecified', '1990-02-28', '75112', '99100',
                            'FRANCECONNECT', now(), 'eidas1')
                        """).param("id", player.viewer().account()).update();
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
