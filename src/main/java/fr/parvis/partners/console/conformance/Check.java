package fr.parvis.partners.console.conformance;

import fr.parvis.kernel.French;

/**
 * One thing that a run looks at.
 *
 * @param title what should hold
 * @param detail what was seen, or what to do for it to be seen
 */
public record Check(String title, Outcome outcome, String detail) {

    public Check {
        title = French.typeset(title);
        detail = French.typeset(detail);
    }

    /** How it went. */
    public enum Outcome {
        PASSED("Réussi", "badge ok"),
        FAILED("Échoué", "badge bad"),
        UNSEEN("Pas encore vu", "badge wait"),
        SKIPPED("Pas contrôlé", "badge");

        private final String words;
        private final String badge;

        Outcome(String words, String badge) {
            this.words = words;
            this.badge = badge;
        }

        public String words() {
            return words;
        }

        public String badge() {
            return badge;
        }
    }

    static Check passed(String title, String detail) {
        return new Check(title, Outcome.PASSED, detail);
    }

    static Check failed(String title, String detail) {
        return new Check(title, Outcome.FAILED, detail);
    }

    /** Cannot be looked at here. */
    static Check skipped(String title, String why) {
        return new Check(title, Outcome.SKIPPED, why);
    }

    static Check unseen(String title, String detail) {
        return new Check(title, Outcome.UNSEEN, detail);
    }
}
