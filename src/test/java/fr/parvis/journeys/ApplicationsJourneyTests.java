package fr.parvis.journeys;

import fr.parvis.applications.Acquaintances;
import fr.parvis.applications.Application;
import fr.parvis.applications.Application.Algorithm;
import fr.parvis.applications.Application.Protocol;
import fr.parvis.applications.Applications;
import fr.parvis.applications.Claim;
import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An application of a vendor, from its registration to the day a resident takes their agreement back. */
@JourneyTest
class ApplicationsJourneyTests {

    private static final String ADDRESS = "https://ludo.example/retour";

    @Autowired
    Cast cast;

    @Autowired
    Applications applications;

    @Autowired
    Acquaintances acquaintances;

    @Test
    void anAdministratorRegistersAnApplication(Visitor alix) {
        SignIn.as(cast.administrator("Alix", "Garnier"), alix);
        alix.open("/bureau/applications")
                .follow("Ajouter une application")
                .choose("OpenID Connect, pour tout logiciel récent")
                .press("Continuer")
                .press("Continuer")
                .see("Écrivez au moins une adresse de retour.")
                .correct("Écrivez au moins une adresse de retour.")
                .seeFocus("Adresses de retour (redirect_uri)");
        alix.fill("Adresses de retour (redirect_uri)", ADDRESS)
                .press("Continuer")
                .seeHeading("Comment prouve-t-elle qui elle est ?")
                .press("Continuer")
                .choose("adresse électronique (email)")
                .press("Continuer")
                .fill("Nom connu des habitants", "Ludothèque du parc")
                .fill("À quoi elle sert, en une phrase", "Emprunter des jeux.")
                .press("Revenir en arrière")
                .press("Continuer")
                .fill("Adresse électronique de son éditeur", "support@ludo.example")
                .press("Continuer")
                .seeHeading("Est-ce bien cela ?")
                .see("Ludothèque du parc")
                .press("Ajouter l’application")
                .seeHeading("Ludothèque du parc")
                .see("il ne sera plus affiché")
                .see("Si elles en sont d’accord : adresse électronique.");
        alix.follow("Essayer la connexion")
                .press("Commencer un essai de 30 minutes")
                .see("Aucun message pour l’instant.");
        var trial = alix.path();
        alix.press("Faire un essai complet").seeHeading("Aller sur Ludothèque du parc avec votre compte");
        alix.open(trial + "/retour?code=inconnu&state=autre")
                .see("L’essai n’est pas allé jusqu’au bout.")
                .follow("Revenir à l’essai")
                .press("Actualiser")
                .see("Aucun message pour l’instant.")
                .follow("Ludothèque du parc");
        alix.follow("Modifier").press("Enregistrer").press("Suspendre").see("personne ne peut y entrer");
        alix.open("/bureau/applications").see("Suspendue");
    }

    @Test
    void aResidentDecidesWhatAnApplicationKnows(Visitor zoe) {
        var player = cast.resident("Zoé", "Martin");
        var id = UUID.randomUUID();
        applications.save(ludotheque(id));
        SignIn.as(player, zoe);
        zoe.open(authorize(id, ADDRESS)).seeHeading("Aller sur Ludothèque").see("votre prénom");
        zoe.expecting(400).open(authorize(id, ADDRESS + "/")).seeHeading("Connexion impossible");
        zoe.open("/compte/applications").see("Aucune.");
        acquaintances.agree(id, player.viewer().account(), Set.of(Claim.GIVEN_NAME));
        zoe.open("/compte")
                .follow("Voir les applications qui me connaissent")
                .see("Reçoit votre prénom.")
                .press("Retirer mon accord à Ludothèque")
                .see("ne reçoit plus rien");
        zoe.open("/connect/logout").seeHeading("Se déconnecter aussi").follow("Rester connecté");
    }

    private static String authorize(UUID id, String address) {
        return "/oauth2/authorize?client_id=app-" + id + "&redirect_uri=" + address
                + "&response_type=code&scope=openid%20profile&state=etat&nonce=nonce"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";
    }

    private static Application ludotheque(UUID id) {
        return new Application(
                id,
                "app-" + id,
                "Ludothèque",
                "Emprunter des jeux.",
                "support@ludo.example",
                Protocol.OPENID,
                List.of(ADDRESS),
                List.of(),
                null,
                Set.of(Claim.GIVEN_NAME),
                null,
                Algorithm.RS256,
                false,
                false);
    }
}
