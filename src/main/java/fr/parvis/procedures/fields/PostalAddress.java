package fr.parvis.procedures.fields;

import org.jspecify.annotations.Nullable;

/**
 * A postal address in one line, typed freely; suggestions may help but never decide.
 *
 * @param autocomplete "address-line1" for an address of the person who types
 */
public record PostalAddress(@Nullable String autocomplete) implements TextInput {

    @Override
    public Outcome parse(String typed) {
        return typed.length() < 5
                ? new Outcome.Wrong("écrivez l’adresse complète, comme 2 rue de la Mairie, 92150 Suresnes")
                : Outcome.text(typed);
    }

    @Override
    public Hints hints() {
        return new Hints("text", autocomplete, null, false, true);
    }
}
