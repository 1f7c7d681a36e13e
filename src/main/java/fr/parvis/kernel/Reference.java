package fr.parvis.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The reference of something a resident follows, as in {@code K7M-4XT-9RA}: short, speakable on the phone, not
 * guessable, with a check character.
 *
 * <p>The 23 symbols leave out what is confused by ear or eye (0/O, 1/I, B/P/V, G/J, M/N, S/F, U/V). Eight are random
 * (7.8e10 values); the ninth is a weighted sum modulo 23, which, 23 being prime, catches every single wrong symbol and
 * every swap of two symbols.
 */
public record Reference(String value) {

    private static final String SYMBOLS = "23456789ACEFHKLMQRTWXYZ";
    private static final int RANDOM_SYMBOLS = 8;
    private static final String FORM = "xxx-xxx-xxx";

    public Reference {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /** A new reference; uniqueness is held by the table that stores it. */
    public static Reference random(RandomGenerator random) {
        var symbols = new StringBuilder();
        for (int i = 0; i < RANDOM_SYMBOLS; i++) {
            symbols.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        symbols.append(checkSymbol(symbols));
        return new Reference(symbols.insert(6, '-').insert(3, '-').toString());
    }

    /** Reads what a person typed or spelled: case, spaces and hyphens do not matter; empty when it cannot be one. */
    public static Optional<Reference> parse(String typed) {
        var symbols = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00a0\\u202f.-]", "");
        if (symbols.length() != RANDOM_SYMBOLS + 1) {
            return Optional.empty();
        }
        var grouped = symbols.substring(0, 3) + "-" + symbols.substring(3, 6) + "-" + symbols.substring(6);
        return isWellFormed(grouped) ? Optional.of(new Reference(grouped)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String value) {
        if (value.length() != FORM.length()) {
            return false;
        }
        // by hand: every row read makes a reference, and a pattern costs as much as the rest of the row
        for (int i = 0; i < FORM.length(); i++) {
            var place = FORM.charAt(i);
            if (place == '-' ? value.charAt(i) != '-' : SYMBOLS.indexOf(value.charAt(i)) < 0) {
                return false;
            }
        }
        var symbols = value.replace("-", "");
        return checkSymbol(symbols.substring(0, RANDOM_SYMBOLS)) == symbols.charAt(RANDOM_SYMBOLS);
    }

    private static char checkSymbol(CharSequence symbols) {
        int sum = 0;
        for (int i = 0; i < RANDOM_SYMBOLS; i++) {
            sum += (i + 2) * SYMBOLS.indexOf(symbols.charAt(i));
        }
        return SYMBOLS.charAt(sum % SYMBOLS.length());
    }
}
