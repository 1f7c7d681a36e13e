package fr.parvis.procedures.fields;

import org.jspecify.annotations.Nullable;

/** A text of one line. */
public record ShortText(int maxLength, @Nullable String autocomplete) implements TextInput {

    @Override
    public Outcome parse(String typed) {
        return Outcome.text(typed);
    }

    @Override
    public Hints hints() {
        return Hints.text(autocomplete);
    }
}
