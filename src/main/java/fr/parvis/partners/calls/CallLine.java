package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import fr.parvis.partners.api.CallNote.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * A call, in words.
 *
 * @param events what became of its events; empty when it had none
 * @param advice what its refusal means and what mends it; empty when nothing was refused
 */
public record CallLine(String at, String what, String answer, String events, String advice, boolean bad) {

    public static CallLine of(Call call) {
        var code = call.code();
        var advice = code == null ? null : Advice.on(code);
        return new CallLine(
                French.dateTime(call.at()),
                call.method() + " " + call.path(),
                call.status() + " en " + call.millis() + French.NBSP + "ms",
                words(call.tally()),
                advice == null ? "" : code + " – " + advice.meaning() + " " + advice.mending(),
                code != null);
    }

    private static String words(Tally tally) {
        List<String> words = new ArrayList<>();
        add(words, tally.applied(), "appliqué", "appliqués");
        add(words, tally.duplicate(), "déjà reçu", "déjà reçus");
        add(words, tally.waiting(), "en attente", "en attente");
        add(words, tally.late(), "en retard", "en retard");
        add(words, tally.refused(), "refusé", "refusés");
        return String.join(", ", words);
    }

    private static void add(List<String> words, int number, String one, String several) {
        if (number > 0) {
            words.add(French.count(number, one, several));
        }
    }
}
