package fr.parvis.journeys;

import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Somebody comes for the first time, or by a wrong link. */
@JourneyTest
class FirstStepsJourneyTests {

    @Test
    void aWrongLinkSaysWhereToGoOn(Visitor stranger) {
        stranger.expecting(404)
                .open("/nulle-part")
                .seeHeading("Cette page n’existe pas")
                .see("Une personne vous répond");
    }

    @Test
    void aWrongLinkIsReadableOnASmallScreen(@Browsing(width = 320) Visitor stranger) {
        stranger.expecting(404).open("/nulle-part").seeHeading("Cette page n’existe pas");
    }

    @Test
    void aWrongLinkIsReadableWithoutJavaScript(@Browsing(javaScript = false) Visitor stranger) {
        stranger.expecting(404).open("/nulle-part").seeHeading("Cette page n’existe pas");
    }
}
