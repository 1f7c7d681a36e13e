package fr.parvis.procedures.fields;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import fr.parvis.kernel.French;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param decimals how many digits may follow the comma; with none, conditions see an int, otherwise a double
 * @param unit said after the number, as in "mètres"
 */
public record Numeral(
        int decimals,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String unit) implements TextInput {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    @Override
    public Outcome parse(String typed) {
        var text = typed.replace(" ", "").replace(',', '.');
        if (!NUMBER.matcher(text).matches()) {
            return new Outcome.Wrong(
                    decimals == 0 ? "écrivez un nombre en chiffres, comme 3" : "écrivez un nombre, comme 7,5");
        }
        var number = new BigDecimal(text).stripTrailingZeros();
        if (number.scale() > decimals) {
            return new Outcome.Wrong(
                    decimals == 0
                            ? "écrivez un nombre entier, sans virgule"
                            : "écrivez au plus " + decimals + " chiffre(s) après la virgule");
        }
        if (min != null && number.compareTo(min) < 0) {
            return new Outcome.Wrong("indiquez " + words(new Value.Numeric(min)) + " au moins");
        }
        if (max != null && number.compareTo(max) > 0) {
            return new Outcome.Wrong("indiquez " + words(new Value.Numeric(max)) + " au plus");
        }
        return new Outcome.Valid(new Value.Numeric(number));
    }

    @Override
    public String typed(@Nullable Value value) {
        return value instanceof Value.Numeric(var number)
                ? number.toPlainString().replace('.', ',')
                : "";
    }

    @Override
    public String words(Value value) {
        return unit == null ? typed(value) : typed(value) + French.NBSP + unit;
    }

    @Override
    public CelType conditionType() {
        return decimals == 0 ? SimpleType.INT : SimpleType.DOUBLE;
    }

    @Override
    public Object conditionValue(Value value) {
        var number = value instanceof Value.Numeric(var given) ? given : BigDecimal.ZERO;
        // two boxed types: a conditional expression would unbox both to double
        if (decimals == 0) {
            return number.longValue();
        }
        return number.doubleValue();
    }

    @Override
    public Hints hints() {
        return Hints.brief(decimals == 0 ? "numeric" : "decimal");
    }
}
