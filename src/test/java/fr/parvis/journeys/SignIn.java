package fr.parvis.journeys;

import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.Phone;
import fr.parvis.testing.browser.Visitor;

/** The way in, which many journeys begin with. */
final class SignIn {

    private SignIn() {}

    /** Signs in; who works for the town installs an application the first time, and shows its code the next ones. */
    static Visitor as(Player player, Visitor visitor) {
        with(player.email(), Cast.PASSWORD, visitor.open("/connexion"));
        if (visitor.path().startsWith("/connexion/second-facteur/application")) {
            var secret = visitor.page().locator("code.secret").textContent();
            return visitor.fill(
                            "Code à six chiffres",
                            Phone.learn(player.email(), secret).code())
                    .press("Continuer")
                    .seeHeading("Vos codes de secours")
                    .follow("J’ai noté mes codes");
        }
        if (visitor.path().startsWith("/connexion/second-facteur")) {
            return visitor.fill("Code à six chiffres", Phone.of(player.email()).code())
                    .press("Continuer");
        }
        return visitor;
    }

    /** Fills in the form of the page, wherever it leads. */
    static Visitor with(String email, String password, Visitor visitor) {
        return visitor.fill("Adresse électronique", email)
                .fill("Mot de passe", password)
                .press("Se connecter");
    }
}
