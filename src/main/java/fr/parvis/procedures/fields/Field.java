package fr.parvis.procedures.fields;

import fr.parvis.kernel.French;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param key its name in answers, conditions and the browser; letters, digits and _ only
 * @param help a hint under the label
 * @param missing what to say when a required answer is not given; null for a sentence made from the label
 * @param conditions its own and its page's; shown when all hold
 * @param prefill what of the account answers it first: firstName, lastName or email
 */
public record Field(
        String key,
        String label,
        @Nullable String help,
        boolean optional,
        @Nullable String missing,
        List<Condition> conditions,
        @Nullable String prefill,
        Kind kind) {

    public Field {
        conditions = List.copyOf(conditions);
    }

    /** Whether a person with these answers is asked this. */
    public boolean isShown(Map<String, Value> answers) {
        return conditions.stream().allMatch(condition -> condition.holds(answers));
    }

    /** What to say when the answer is missing. */
    public String missingMessage() {
        if (missing != null) {
            return missing;
        }
        if (label.endsWith("?")) {
            return "Répondez à la question «" + French.NBSP + label + French.NBSP + "»";
        }
        var determined = label.matches("(?s)(Votre|Vos|Le|La|Les|L’|Un|Une|Des) ?.*") && !label.contains("(");
        return determined
                ? "Indiquez " + label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1)
                : "Remplissez «" + French.NBSP + label + French.NBSP + "»";
    }

    /** What to say of a wrong answer: the label, then how to write it. */
    public String wrongMessage(String reason) {
        return label.replaceAll("[\\s\\u00a0]*\\?$", "") + French.NBSP + ": " + reason;
    }
}
