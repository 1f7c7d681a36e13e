package fr.parvis.casefiles;

import org.jspecify.annotations.Nullable;

/** The rules of a message's text, the same for residents and agents. */
public final class MessageText {

    private static final int LONGEST = 4_000;

    private MessageText() {}

    /** What is wrong with a message, in plain French; null when it can be sent. */
    public static @Nullable String problem(String text) {
        if (text.isBlank()) {
            return "Écrivez votre message avant de l’envoyer.";
        }
        if (text.length() > LONGEST) {
            return "Votre message est trop long\u00a0: 4\u00a0000 caractères au plus. Il en compte " + text.length()
                    + ".";
        }
        return text.chars().anyMatch(MessageText::isForbidden)
                ? "Votre message contient des caractères invisibles\u00a0: recopiez-le sans mise en forme."
                : null;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
