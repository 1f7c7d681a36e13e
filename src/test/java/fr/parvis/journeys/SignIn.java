package fr.parvis.journeys;

import fr.parvis.testing.Cast;
import fr.parvis.testing.Cast.Player;
import fr.parvis.testing.browser.Visitor;

/** The way in, which many journeys begin with. */
final class SignIn {

    private SignIn() {}

    static Visitor as(Player player, Visitor visitor) {
        return with(player.email(), Cast.PASSWORD, visitor.open("/connexion"));
    }

    /** Fills in the form of the page, wherever it leads. */
    static Visitor with(String email, String password, Visitor visitor) {
        return visitor.fill("Adresse électronique", email)
                .fill("Mot de passe", password)
                .press("Se connecter");
    }
}
