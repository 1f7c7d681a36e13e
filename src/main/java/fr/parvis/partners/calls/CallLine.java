package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import fr.parvis.partners.api.CallNote.Tally;
import fr.parvis.partners.calls.Advice.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call, in words.
 *
 * @param events what became of its events; empty when it had none
 * @param refusal of its first event that was refused; null when none is kept
 * @param advice what its refusal means and what mends it; empty when nothing was refused
 */
public record CallLine(
        String at,
        String what,
        String answer,
        String events,
        @Nullable RefusalLine refusal,
        String advice,
        Mark mark) {

    /** How it went. */
    public enum Mark {
        ACCEPTED("Accepté", "badge ok"),
        REFUSED("Refus", "badge bad"),
        /** We only pretended to be out of order. */
        REHEARSED("Répétition", "badge wait");

        private final String words;
        private final String badge;

        Mark(String words, String badge) {
            this.words = words;
            this.badge = badge;
        }

        public String words() {
            return words;
        }

        public String badge() {
            return badge;
        }

        private static Mark of(@Nullable String code) {
            return code == null ? ACCEPTED : "rehearsal".equals(code) ? REHEARSED : REFUSED;
        }
    }

    static CallLine of(Call call, @Nullable RefusalLine refusal, Reader reader) {
        var code = call.code();
        var advice = code == null ? null : Advice.on(code);
        return new CallLine(
                French.dateTime(call.at()),
                call.method() + " " + call.path(),
                call.status() + " en " + call.millis() + French.NBSP + "ms",
                words(call.tally()),
                refusal,
                advice == null ? "" : code + " – " + advice.meaning() + " " + advice.mending(reader),
                Mark.of(code));
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
