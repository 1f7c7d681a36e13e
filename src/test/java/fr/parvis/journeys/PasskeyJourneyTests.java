package fr.parvis.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.testing.Cast;
import fr.parvis.testing.Inbox;
import fr.parvis.testing.browser.Browsing;
import fr.parvis.testing.browser.JourneyTest;
import fr.parvis.testing.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People enter as they unlock their phone. */
@JourneyTest
class PasskeyJourneyTests {

    private static final String ADD = "Ajouter une clé d’accès";
    private static final String ENTER = "Entrer avec une clé d’accès";

    /** Signs what the page's script would, and gives it instead of sending it. */
    private static final String SIGN = """
            async () => {
              const form = document.querySelector("form[data-passkey]");
              const body = new URLSearchParams(new FormData(form));
              const answer = await fetch(form.dataset.passkey, { method: "POST", body });
              const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
              return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
            }
            """;

    /** Sends an answer as the form would; the path that the server leads to. */
    private static final String SEND = """
            async (answer) => {
              const body = new URLSearchParams(new FormData(document.querySelector("form[data-passkey]")));
              body.set("answer", answer);
              const sent = await fetch("/connexion/cle", { method: "POST", body });
              return new URL(sent.url).pathname;
            }
            """;

    @Autowired
    Cast cast;

    @Test
    void aResidentEntersWithAKeyThenRemovesIt(@Browsing(width = 360) Visitor fatou) {
        var player = cast.resident("Fatou", "Tactile");
        VirtualKey.in(fatou);
        SignIn.as(player, fatou);
        fatou.open("/compte/securite").follow(ADD).fill("Nom de la clé", "").press("Créer la clé");
        fatou.see("Donnez un nom à cette clé");
        fatou.fill("Nom de la clé", "Mon téléphone").press("Créer la clé").see("La clé est ajoutée");
        Inbox.read(player.email(), "Clé d’accès ajoutée");

        fatou.open("/compte").press("Se déconnecter").open("/compte/securite").press(ENTER);
        fatou.seeHeading("Sécurité de mon compte").see("avec clé d’accès");

        fatou.follow("Voir mes clés d’accès (1)").see("A servi").press("Retirer la clé Mon téléphone");
        fatou.see("La clé est retirée");
        Inbox.read(player.email(), "Clé d’accès retirée");
        fatou.open("/compte").press("Se déconnecter").open("/connexion").press(ENTER);
        fatou.see("Cette clé d’accès n’a pas été reconnue");
    }

    @Test
    void anAgentEntersTheDeskWithAKeyAlone(Visitor samira) {
        var player = cast.agent("Samira", "Rapide", "etat-civil");
        VirtualKey.in(samira);
        SignIn.as(player, samira);
        samira.open("/compte/securite")
                .follow(ADD)
                .fill("Nom de la clé", "Mon poste")
                .press("Créer la clé");
        samira.open("/compte").press("Se déconnecter").open("/bureau").press(ENTER);
        assertThat(samira.path()).isEqualTo("/bureau");
    }

    @Test
    void onlyItsOwnerOnceAndUnchangedOpensAnything(Visitor rose) {
        var player = cast.resident("Rose", "Prudente");
        var key = VirtualKey.in(rose);
        SignIn.as(player, rose);
        rose.open("/compte/securite/cles").fill("Nom de la clé", "Ma tablette").press("Créer la clé");
        rose.open("/compte").press("Se déconnecter").open("/connexion");

        var signed = (String) rose.page().evaluate(SIGN);
        assertThat(rose.page().evaluate(SEND, elsewhere(signed))).isEqualTo("/connexion");
        assertThat(rose.page().evaluate(SEND, signed))
                .as("its challenge is used")
                .isEqualTo("/connexion");
        assertThat(rose.page().evaluate(SEND, "{}")).isEqualTo("/connexion");
        assertThat(rose.page().evaluate(SEND, rose.page().evaluate(SIGN))).isEqualTo("/mon-fil");

        rose.open("/compte").press("Se déconnecter").open("/connexion");
        key.stolen();
        rose.page().locator("#cle").click();
        rose.see("La clé n’a pas servi");
        assertThat(rose.path()).isEqualTo("/connexion");
    }

    @Test
    void withoutJavaScriptNothingIsOfferedThatCannotWork(@Browsing(javaScript = false) Visitor karim) {
        SignIn.as(cast.resident("Karim", "Sansclé"), karim);
        karim.open("/compte/securite/cles").see("Créer une clé d’accès demande JavaScript");
        assertThat(karim.page().locator("form[data-passkey]").isVisible()).isFalse();
    }

    /** The same answer, as if another site had asked for it. */
    private static String elsewhere(String answer) {
        var data = answer.replaceFirst(".*\"clientDataJSON\":\"([^\"]+)\".*", "$1");
        var json = new String(Base64.getUrlDecoder().decode(data), StandardCharsets.UTF_8);
        var changed = json.replaceFirst("\"origin\":\"[^\"]+\"", "\"origin\":\"https://voleur.example\"");
        assertThat(changed).isNotEqualTo(json);
        return answer.replace(
                data, Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8)));
    }
}
