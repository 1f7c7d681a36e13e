package fr.parvis.procedures.fields;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A phone number, French or foreign, kept as E.164. */
public record Phone() implements TextInput {

    private static final Pattern NATIONAL = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** Overseas numbers are dialled like French ones but have country codes of their own (plan de numérotation, Arcep). */
    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            Map.entry("0590", "+590"),
            Map.entry("0690", "+590"),
            Map.entry("0691", "+590"),
            Map.entry("0594", "+594"),
            Map.entry("0694", "+594"),
            Map.entry("0596", "+596"),
            Map.entry("0696", "+596"),
            Map.entry("0697", "+596"),
            Map.entry("0262", "+262"),
            Map.entry("0269", "+262"),
            Map.entry("0639", "+262"),
            Map.entry("0692", "+262"),
            Map.entry("0693", "+262"));

    @Override
    public Outcome parse(String typed) {
        var number = international(Typed.compact(typed).replaceAll("[()/]", ""));
        var valid = number.startsWith("+33")
                ? number.matches("\\+33[1-9]\\d{8}")
                : INTERNATIONAL.matcher(number).matches();
        return valid
                ? Outcome.text(number)
                : new Outcome.Wrong(
                        "écrivez les dix chiffres, comme 06 12 34 56 78, ou + et l’indicatif du pays pour l’étranger");
    }

    @Override
    public String typed(@Nullable Value value) {
        if (!(value instanceof Value.Text(var number))) {
            return "";
        }
        return number.matches("\\+33\\d{9}")
                ? "0" + number.substring(3, 4) + number.substring(4).replaceAll("(\\d\\d)", " $1")
                : number;
    }

    @Override
    public int maxLength() {
        return 40;
    }

    @Override
    public Hints hints() {
        return new Hints("tel", "tel", "tel", true, false);
    }

    private static String international(String compact) {
        var number = compact.startsWith("00") ? "+" + compact.substring(2) : compact;
        if (number.startsWith("+330")) {
            number = "+33" + number.substring(4);
        }
        return NATIONAL.matcher(number).matches()
                ? OVERSEAS.getOrDefault(number.substring(0, 4), "+33") + number.substring(1)
                : number;
    }
}
