package fr.parvis.journeys;

import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people typed is never lost, even when the browser or the session lets them down. */
@JourneyTest
class LostFormsJourneyTests {

    private static final String FORM = "/demarches/carte-stationnement-residentiel/commencer";
    private static final String ADDRESS = "12 rue de Verdun, 92150 Suresnes";

    @Autowired
    Cast cast;

    @Test
    void aFormWhoseCookieIsGoneIsSentAgainInOnePress(Visitor anne) {
        SignIn.as(cast.resident("Anne-Laure", "Sanscookie"), anne);
        anne.open(FORM)
                .press("Commencer")
                .fill("L’adresse où vous habitez", ADDRESS)
                .choose("Propriétaire")
                .lose("parvis_form")
                .expecting(403)
                .press("Continuer")
                .seeHeading("Envoyez une nouvelle fois")
                .see("Votre saisie est conservée")
                .press("Envoyer de nouveau")
                .seeHeading("Votre véhicule");
        anne.press("Revenir en arrière").seeValue("L’adresse où vous habitez", ADDRESS);
    }

    @Test
    void aFormSentAfterTheSessionEndedWaitsUntilItsAuthorIsBack(Visitor mehdi) {
        var player = cast.resident("Mehdi", "Endormi");
        SignIn.as(player, mehdi);
        mehdi.open(FORM)
                .press("Commencer")
                .fill("L’adresse où vous habitez", ADDRESS)
                .choose("Propriétaire")
                .lose("parvis_session")
                .expecting(401)
                .press("Continuer")
                .seeHeading("Reconnectez-vous pour envoyer");
        try (var tab = mehdi.followInNewTab("Reconnectez-vous dans un nouvel onglet")) {
            SignIn.with(player.email(), Cast.PASSWORD, tab).seeHeading("Vous êtes reconnecté");
        }
        mehdi.press("Envoyer de nouveau").seeHeading("Votre véhicule");
        mehdi.press("Revenir en arrière").seeValue("L’adresse où vous habitez", ADDRESS);
    }
}
