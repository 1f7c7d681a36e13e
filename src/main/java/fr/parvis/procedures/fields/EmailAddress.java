package fr.parvis.procedures.fields;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address; whether it receives anything is not for a form to say. */
public record EmailAddress() implements TextInput {

    /** The length that SMTP carries (RFC 5321, 4.5.3.1.3). */
    private static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@<>\",;:()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++)*\\.\\p{L}{2,24}");

    @Override
    public Outcome parse(String typed) {
        if (!SHAPE.matcher(typed).matches()) {
            return new Outcome.Wrong("écrivez une adresse complète, comme nom@exemple.fr");
        }
        int at = typed.lastIndexOf('@');
        return Outcome.text(typed.substring(0, at) + typed.substring(at).toLowerCase(Locale.ROOT));
    }

    @Override
    public int maxLength() {
        return MAX_LENGTH;
    }

    @Override
    public Hints hints() {
        return new Hints("email", "email", "email", false, false);
    }
}
