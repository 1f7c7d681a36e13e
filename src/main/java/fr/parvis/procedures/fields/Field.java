package fr.parvis.procedures.fields;

import fr.parvis.kernel.French;
import fr.parvis.procedures.person.Attribute;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param key its name in answers, conditions and the browser; letters, digits and _ only
 * @param help a hint under the label
 * @param missing what to say when a required answer is not given; null for a sentence made from the label
 * @param conditions its own and its page's; shown when all hold
 * @param prefill what of the account answers it first
 * @param certified when this holds, the question is about the account holder, and what was proven stands
 */
public record Field(
        String key,
        String label,
        @Nullable String help,
        boolean optional,
        @Nullable String missing,
        List<Condition> conditions,
        @Nullable Attribute prefill,
        @Nullable Condition certified,
        Kind kind) {

    public Field {
        conditions = List.copyOf(conditions);
    }

    /** Whether a person with these answers is asked this. */
    public boolean isShown(Map<String, Value> answers) {
        return conditions.stream().allMatch(condition -> condition.holds(answers));
    }

    /** What of the account holder this asks for, where what was proven of them stands; empty for all other questions. */
    public Optional<Attribute> ofHolder(Map<String, Value> answers) {
        return certified == null || !certified.holds(answers) ? Optional.empty() : Optional.ofNullable(prefill);
    }

    /** What of the account answers this first; nothing when it is about somebody else, or may be. */
    public Optional<Attribute> prefilledFrom(Map<String, Value> answers) {
        return certified == null ? Optional.ofNullable(prefill) : ofHolder(answers);
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
