package fr.parvis.applications.hearing;

import fr.parvis.kernel.French;

/**
 * A parameter of a message, or a point of a registration, and what to think of it.
 *
 * @param value as it may be shown
 * @param advice how to mend it, in plain French; empty when there is nothing to say
 */
public record Line(String name, String value, Verdict verdict, String advice) {

    public Line {
        advice = French.typeset(advice);
    }

    /** What to think of something. */
    public enum Verdict {
        RIGHT("Bon", "ok"),
        NOTE("À savoir", "wait"),
        WRONG("À corriger", "bad");

        private final String words;
        private final String style;

        Verdict(String words, String style) {
            this.words = words;
            this.style = style;
        }

        public String words() {
            return words;
        }

        /** Its class in the style sheet. */
        public String style() {
            return style;
        }
    }

    public static Line right(String name, String value) {
        return new Line(name, value, Verdict.RIGHT, "");
    }

    public static Line note(String name, String value, String advice) {
        return new Line(name, value, Verdict.NOTE, advice);
    }

    public static Line wrong(String name, String value, String advice) {
        return new Line(name, value, Verdict.WRONG, advice);
    }
}
