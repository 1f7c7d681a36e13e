package fr.parvis.procedures.fields;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A bank account number (ISO 13616), its two check digits verified modulo 97. */
public record Iban() implements TextInput {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final int FRENCH_LENGTH = 27;

    @Override
    public Outcome parse(String typed) {
        var iban = Typed.compact(typed).toUpperCase(Locale.ROOT);
        boolean tooShort = iban.startsWith("FR") && iban.length() != FRENCH_LENGTH;
        if (tooShort || !SHAPE.matcher(iban).matches()) {
            return new Outcome.Wrong("recopiez l’IBAN en entier, il commence par FR et compte 27 caractères en France");
        }
        return isChecked(iban)
                ? Outcome.text(iban)
                : new Outcome.Wrong("vérifiez l’IBAN, un caractère au moins est faux ou interverti");
    }

    @Override
    public String typed(@Nullable Value value) {
        return value instanceof Value.Text(var iban) ? iban.replaceAll("(.{4})(?=.)", "$1 ") : "";
    }

    @Override
    public int maxLength() {
        return 50;
    }

    @Override
    public Hints hints() {
        return Hints.text(null);
    }

    private static boolean isChecked(String iban) {
        var digits = new StringBuilder();
        for (char symbol : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(symbol, 36));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
