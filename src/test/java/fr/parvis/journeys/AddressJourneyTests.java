package fr.parvis.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.parvis.testing.Cast;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses are suggested as one types, and nobody needs the suggestions. */
@JourneyTest
class AddressJourneyTests {

    private static final String FORM = "/demarches/carte-stationnement-residentiel/commencer";
    private static final String FIELD = "L’adresse où vous habitez";

    @Autowired
    Cast cast;

    private Cast.Player player;

    @BeforeEach
    void openAnAccount() {
        player = cast.resident("Inès", "Verdun");
    }

    @Test
    void anAddressIsPickedWithTheArrows(@Browsing(width = 360) Visitor ines) {
        SignIn.as(player, ines);
        ines.open(FORM).press("Commencer").fill(FIELD, "");
        ines.page().keyboard().type("12 rue de ver");
        assertThat(suggestions(ines).first()).containsText("Verdun");
        ines.keyboard().key("ArrowDown").key("Enter");
        assertThat(ines.page().getByRole(AriaRole.LISTBOX)).isHidden();
        ines.seeValue(FIELD, "12 Rue de Verdun 92150 Suresnes")
                .choose("Locataire")
                .press("Continuer")
                .seeHeading("Votre véhicule");
    }

    @Test
    void theListNeverStandsInTheWayOfTheButton(Visitor ines) {
        SignIn.as(player, ines);
        ines.open(FORM).press("Commencer").choose("Locataire").fill(FIELD, "12 rue de ver");
        assertThat(suggestions(ines).first()).isVisible();
        ines.press("Continuer").seeHeading("Votre véhicule");
    }

    @Test
    void anAddressThatNobodyKnowsIsTakenAsTyped(Visitor ines) {
        SignIn.as(player, ines);
        ines.open(FORM).press("Commencer").fill(FIELD, "Péniche Aurore, quai Gallieni, 92150 Suresnes");
        assertThat(ines.page().getByText("Aucune adresse proposée.")).isAttached();
        ines.choose("Locataire")
                .press("Continuer")
                .press("Revenir en arrière")
                .seeValue(FIELD, "Péniche Aurore, quai Gallieni, 92150 Suresnes");
    }

    private static Locator suggestions(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setIncludeHidden(false));
    }
}
