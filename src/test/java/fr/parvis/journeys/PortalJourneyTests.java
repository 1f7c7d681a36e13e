package fr.parvis.journeys;

import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Somebody looks for a service and for the pages every town owes. */
@JourneyTest
class PortalJourneyTests {

    @Test
    void aResidentFindsAServiceInSpiteOfATypingError(Visitor resident) {
        resident.open("/")
                .seeHeading("Toutes vos démarches, un seul compte")
                .fill("Rechercher un service", "acte naisance")
                .press("Rechercher")
                .follow("Copie d’acte de naissance")
                .seeHeading("Copie d’acte de naissance")
                .see("Ce qui se passe ensuite");
    }

    @Test
    void aResidentOnAPhoneBrowsesTheThemes(@Browsing(width = 320) Visitor resident) {
        resident.open("/")
                .follow("Cadre de vie")
                .follow("Faire enlever des encombrants")
                .see("n’est pas encore en ligne");
    }

    @Test
    void aSearchThatFindsNothingLeadsToAPerson(@Browsing(javaScript = false) Visitor resident) {
        resident.open("/services?q=xyzzy").seeHeading("Aucun service trouvé").follow("Nous joindre");
    }

    @Test
    void everyPublicPageIsSound(Visitor resident) {
        for (var path : new String[] {
            "/services",
            "/services/moments/j-emmenage",
            "/demarches/carte-stationnement-residentiel",
            "/demarches/autorisation-stationnement-demenagement",
            "/aide",
            "/plan-du-site",
            "/accessibilite",
            "/donnees-personnelles",
            "/mentions-legales"
        }) {
            resident.open(path);
        }
    }
}
