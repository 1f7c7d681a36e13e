package fr.parvis.identity.accounts;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A first or last name, with its spaces tidied: letters of any alphabet, spaces, hyphens, apostrophes and dots. */
public record PersonName(String value) {

    private static final int LONGEST = 100;
    private static final Pattern SHAPE = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'’-]*");

    /** Reads what was typed; empty when it is no name that a letter could carry. */
    public static Optional<PersonName> parse(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        var name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}]+", " ")
                .strip();
        return name.length() <= LONGEST && SHAPE.matcher(name).matches()
                ? Optional.of(new PersonName(name))
                : Optional.empty();
    }
}
