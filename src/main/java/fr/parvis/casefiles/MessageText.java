package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import org.jspecify.annotations.Nullable;

/** The rules of a text that people write to each other, the same for residents and agents. */
public final class MessageText {

    /** In characters. */
    static final int LONGEST = 4_000;

    private MessageText() {}

    /** What is wrong with a message, in plain French; null when it can be sent. */
    public static @Nullable String problem(String text) {
        return text.isBlank() ? "Écrivez votre message avant de l’envoyer." : fault(text, LONGEST);
    }

    /** What is wrong with a text that may be empty, in plain French; null when nothing is. */
    static @Nullable String fault(String text, int longest) {
        if (text.length() > longest) {
            return "Ce texte est trop long\u00a0: " + French.count(longest, "caractère", "caractères")
                    + " au plus. Il en compte " + text.length() + ".";
        }
        return text.chars().anyMatch(MessageText::isForbidden)
                ? "Ce texte contient des caractères invisibles\u00a0: recopiez-le sans mise en forme."
                : null;
    }

    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }
}
