package fr.parvis.procedures.fields;

/** A text of several lines. */
public record LongText(int maxLength) implements OneText {

    @Override
    public Outcome parse(String typed) {
        return Outcome.text(typed);
    }
}
