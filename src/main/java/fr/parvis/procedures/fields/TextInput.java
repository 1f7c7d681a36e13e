package fr.parvis.procedures.fields;

import org.jspecify.annotations.Nullable;

/** A kind typed in one line. */
public sealed interface TextInput extends OneText
        permits ShortText, Numeral, Amount, Day, EmailAddress, Phone, PostalAddress, Plate, Iban, Siret {

    Hints hints();

    /**
     * What helps browsers help people (WCAG 1.3.5).
     *
     * @param type the input's type attribute
     * @param autocomplete the purpose of the field, as HTML names it
     * @param inputmode the keyboard to show on a phone
     * @param brief whether the box is drawn short, for short answers
     * @param suggestsAddresses whether addresses are suggested while typing
     */
    record Hints(
            String type,
            @Nullable String autocomplete,
            @Nullable String inputmode,
            boolean brief,
            boolean suggestsAddresses) {

        static Hints text(@Nullable String autocomplete) {
            return new Hints("text", autocomplete, null, false, false);
        }

        static Hints brief(@Nullable String inputmode) {
            return new Hints("text", null, inputmode, true, false);
        }
    }
}
