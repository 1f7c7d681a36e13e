package fr.parvis.identity.web;

import fr.parvis.kernel.French;
import java.util.Map;
import java.util.Optional;

/** What forms answer in more than one place. */
final class Texts {

    static final String EMAIL_SHAPE = "Écrivez votre adresse électronique en entier, comme nom@exemple.fr.";
    static final String EMAIL_INVENTED =
            "Cette adresse est réservée à la démonstration. Écrivez une adresse que vous pouvez consulter.";
    static final String ADDRESS_SHARED =
            "Un autre compte a déjà un mot de passe avec votre adresse. Changez d’abord" + " d’adresse électronique.";

    private static final String PROCONNECT = "proconnect-";

    private static final Map<String, String> PROCONNECT_SAYS = Map.of(
            "renonce", "Vous avez quitté ProConnect sans vous connecter. Recommencez, ou entrez autrement.",
            "panne", "ProConnect ne répond pas en ce moment. Entrez avec votre mot de passe, ou réessayez plus tard.",
            "refus", "La réponse de ProConnect n’a pas pu être vérifiée. Réessayez, ou entrez autrement.",
            "perdu", "Votre passage par ProConnect a expiré ou vient d’un autre onglet. Recommencez.",
            "employeur", "ProConnect vous connaît dans une autre administration. Choisissez-y le compte de la ville.",
            "agent-public", "ProConnect ne vous connaît pas comme agent public. Entrez avec votre mot de passe.",
            "sans-role", "Vous n’avez pas de rôle au bureau avec cette adresse. Demandez-le à l’administrateur.",
            "attente",
                    "C’est votre première connexion par ProConnect" + French.NBSP
                            + ": un administrateur doit confirmer que c’est vous. Un message vous le dira.");

    private Texts() {}

    private static final Map<String, String> FRANCECONNECT = Map.of(
            "renonce", "Vous avez quitté FranceConnect sans vous connecter. Recommencez, ou entrez autrement.",
            "panne",
                    "FranceConnect ne répond pas en ce moment. Entrez avec votre mot de passe, ou réessayez plus tard.",
            "refus", "La réponse de FranceConnect n’a pas pu être vérifiée. Réessayez, ou entrez autrement.",
            "perdu", "Votre passage par FranceConnect a expiré ou vient d’un autre onglet. Recommencez.",
            "sans-adresse",
                    "FranceConnect ne nous a pas donné d’adresse électronique. Créez d’abord un compte avec la vôtre,"
                            + " ou ajoutez-la à votre compte chez votre fournisseur d’identité.",
            "agent",
                    "Votre compte donne accès au bureau des agents" + French.NBSP
                            + ": entrez avec votre mot de passe.");

    /** Why ProConnect did not lead in; empty when it was not asked. */
    static Optional<String> proConnect(String whatHappened) {
        return whatHappened.startsWith(PROCONNECT)
                ? Optional.ofNullable(PROCONNECT_SAYS.get(whatHappened.substring(PROCONNECT.length())))
                : Optional.empty();
    }

    /** Why FranceConnect did not lead in; a word that the address made up says nothing. */
    static String franceConnect(String whatHappened, boolean down) {
        return FRANCECONNECT.getOrDefault(whatHappened, down ? FRANCECONNECT.getOrDefault("panne", "") : "");
    }
}
