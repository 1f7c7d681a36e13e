package fr.parvis.identity.web;

import fr.parvis.kernel.French;

/** What forms answer in more than one place. */
final class Texts {

    static final String EMAIL_SHAPE = "Écrivez votre adresse électronique en entier, comme nom@exemple.fr.";
    static final String EMAIL_INVENTED =
            "Cette adresse est réservée à la démonstration. Écrivez une adresse que vous pouvez consulter.";
    static final String PASSWORD_MISSING = "Écrivez votre mot de passe.";
    static final String PASSWORD_WRONG =
            "Ce n’est pas votre mot de passe actuel. Réessayez, ou choisissez-en un nouveau après vous être déconnecté.";
    static final String CODE_WRONG = "Ce code n’est pas le bon. Recopiez les six chiffres du dernier message reçu.";
    static final String CODE_SPENT =
            "Ce code ne peut plus servir" + French.NBSP + ": demandez un nouveau code avec le bouton ci-dessous.";

    private Texts() {}
}
