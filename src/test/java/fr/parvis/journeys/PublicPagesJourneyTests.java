package fr.parvis.journeys;

import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page that anybody may see, on every kind of screen. */
@JourneyTest
class PublicPagesJourneyTests {

    private static final List<String> PAGES = List.of(
            "/",
            "/services",
            "/services/etat-civil-et-identite",
            "/services/moments/j-emmenage",
            "/services?q=naissance",
            "/services?q=xylophone",
            "/demarches/copie-acte-naissance",
            "/demarches/encombrants",
            "/aide",
            "/plan-du-site",
            "/accessibilite",
            "/donnees-personnelles",
            "/mentions-legales",
            "/connexion",
            "/inscription",
            "/mot-de-passe-oublie");

    @Autowired
    Cast cast;

    @Test
    void publicPagesAreFineOnALargeScreen(Visitor stranger) {
        walk(stranger);
    }

    @Test
    void publicPagesAreFineOnAVerySmallScreen(@Browsing(width = 320) Visitor stranger) {
        walk(stranger);
    }

    @Test
    void publicPagesAreFineInTheDark(@Browsing(width = 360) Visitor stranger) {
        walk(stranger.inTheDark());
    }

    @Test
    void publicPagesAreFineInForcedColours(Visitor stranger) {
        walk(stranger.withForcedColours());
    }

    @Test
    void nobodyEntersTheDeskWithoutWorkingThere(Visitor resident) {
        SignIn.as(cast.resident("Lou", "Curieuse"), resident);
        resident.expecting(403).open("/bureau").see("Une personne vous répond");
        resident.expecting(403).open("/bureau/courriels");
    }

    @Test
    void theDemonstrationIsNotThereInARealTown(Visitor stranger) {
        stranger.expecting(404).open("/demo/courriels").seeHeading("Cette page n’existe pas");
        stranger.open("/").seeNot("démonstration");
    }

    private static void walk(Visitor visitor) {
        PAGES.forEach(visitor::open);
        visitor.expecting(404).open("/nulle-part");
    }
}
