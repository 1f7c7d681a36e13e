package fr.parvis.procedures.fields;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The plate of a vehicle: the numbering of 2009 (SIV, AB-123-CD, without I, O, U nor SS) or the one before (FNI, 1234 AB
 * 92), kept in that writing (arrêté du 9 février 2009).
 */
public record Plate() implements TextInput {

    private static final String LETTERS = "(?!SS)[A-HJ-NP-TV-Z]{2}";
    private static final Pattern SINCE_2009 = Pattern.compile("(" + LETTERS + ")(?!000)(\\d{3})(" + LETTERS + ")");
    private static final Pattern BEFORE_2009 =
            Pattern.compile("([1-9]\\d{0,3})([A-HJ-NP-TV-Z]{1,3})(2[AB]|97[1-6]|0[1-9]|[1-9]\\d)");

    @Override
    public Outcome parse(String typed) {
        var compact = Typed.compact(typed).toUpperCase(Locale.ROOT);
        var recent = SINCE_2009.matcher(compact);
        if (recent.matches()) {
            return Outcome.text(recent.replaceAll("$1-$2-$3"));
        }
        var old = BEFORE_2009.matcher(compact);
        return old.matches()
                ? Outcome.text(old.replaceAll("$1 $2 $3"))
                : new Outcome.Wrong("écrivez-la comme AB-123-CD, ou 1234 AB 92 pour une ancienne plaque");
    }

    @Override
    public int maxLength() {
        return 20;
    }

    @Override
    public Hints hints() {
        return Hints.brief(null);
    }
}
