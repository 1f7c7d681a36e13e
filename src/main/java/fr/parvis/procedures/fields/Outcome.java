package fr.parvis.procedures.fields;

/** What was made of a typed text. */
public sealed interface Outcome {

    /** Nothing was typed. */
    record Missing() implements Outcome {}

    record Valid(Value value) implements Outcome {}

    /** Not understood or not allowed; the reason says how to write it, in lower case, to stand after the label. */
    record Wrong(String reason) implements Outcome {}

    static Outcome text(String text) {
        return new Valid(new Value.Text(text));
    }
}
