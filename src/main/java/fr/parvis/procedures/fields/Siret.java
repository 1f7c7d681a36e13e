package fr.parvis.procedures.fields;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of a company's establishment: 14 digits that pass Luhn's sum, but for those of La Poste (INSEE). */
public record Siret() implements TextInput {

    private static final Pattern SHAPE = Pattern.compile("\\d{14}");
    private static final String LA_POSTE = "356000000";

    @Override
    public Outcome parse(String typed) {
        var siret = Typed.compact(typed);
        if (!SHAPE.matcher(siret).matches()) {
            return new Outcome.Wrong("écrivez les 14 chiffres du numéro, comme 123 456 789 00014");
        }
        return luhn(siret) || isOfLaPoste(siret)
                ? Outcome.text(siret)
                : new Outcome.Wrong("vérifiez le numéro, un chiffre au moins est faux ou interverti");
    }

    @Override
    public String typed(@Nullable Value value) {
        return value instanceof Value.Text(var siret)
                ? siret.replaceFirst("(\\d{3})(\\d{3})(\\d{3})(\\d{5})", "$1 $2 $3 $4")
                : "";
    }

    @Override
    public int maxLength() {
        return 30;
    }

    @Override
    public Hints hints() {
        return Hints.brief("numeric");
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int weighted = (digits.length() - i) % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0 && !digits.matches("0+");
    }

    private static boolean isOfLaPoste(String siret) {
        return siret.startsWith(LA_POSTE)
                && siret.chars().map(digit -> digit - '0').sum() % 5 == 0;
    }
}
