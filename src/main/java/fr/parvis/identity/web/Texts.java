package fr.parvis.identity.web;

import fr.parvis.kernel.French;
import java.util.Map;

/** What forms answer in more than one place. */
final class Texts {

    static final String EMAIL_SHAPE = "Écrivez votre adresse électronique en entier, comme nom@exemple.fr.";
    static final String EMAIL_INVENTED =
            "Cette adresse est réservée à la démonstration. Écrivez une adresse que vous pouvez consulter.";
    static final String ADDRESS_SHARED =
            "Un autre compte a déjà un mot de passe avec votre adresse. Changez d’abord" + " d’adresse électronique.";
    static final String CODE_WRONG = "Ce code n’est pas le bon. Recopiez les six chiffres du dernier message reçu.";
    static final String CODE_SPENT =
            "Ce code ne peut plus servir" + French.NBSP + ": demandez un nouveau code avec le bouton ci-dessous.";

    private Texts() {}

    private static final Map<String, String> FRANCECONNECT = Map.of(
            "renonce", "Vous avez quitté FranceConnect sans vous connecter. Recommencez, ou entrez autrement.",
            "panne",
                    "FranceConnect ne répond pas en ce moment. Entrez avec votre mot de passe, ou réessayez plus tard.",
            "refus", "La réponse de FranceConnect n’a pas pu être vérifiée. Réessayez, ou entrez autrement.",
            "perdu", "Votre passage par FranceConnect a expiré ou vient d’un autre onglet. Recommencez.",
            "plusieurs", "Plusieurs comptes portent votre identité. Appelez-nous pour n’en garder qu’un.",
            "agent",
                    "Votre compte donne accès au bureau des agents" + French.NBSP
                            + ": entrez avec votre mot de passe.");

    /** Why FranceConnect did not lead in; a word that the address made up says nothing. */
    static String franceConnect(String whatHappened, boolean down) {
        return FRANCECONNECT.getOrDefault(whatHappened, down ? FRANCECONNECT.getOrDefault("panne", "") : "");
    }
}
