package fr.parvis.procedures.fields;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import fr.parvis.kernel.French;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount of money in euros, kept in cents; so are the bounds, and what conditions see. */
public record Amount(long minCents, long maxCents) implements TextInput {

    private static final Pattern EUROS = Pattern.compile("(\\d{1,12})(?:[.,](\\d{1,2}))?€?");

    @Override
    public Outcome parse(String typed) {
        var euros = EUROS.matcher(typed.replace(" ", ""));
        if (!euros.matches()) {
            return new Outcome.Wrong("écrivez un montant en euros, comme 84,60");
        }
        var fraction = euros.group(2) == null ? "00" : (euros.group(2) + "0").substring(0, 2);
        long cents = Long.parseLong(euros.group(1)) * 100 + Long.parseLong(fraction);
        if (cents < minCents) {
            return new Outcome.Wrong("indiquez " + French.amount(minCents) + " au moins");
        }
        if (cents > maxCents) {
            return new Outcome.Wrong("indiquez " + French.amount(maxCents) + " au plus");
        }
        return new Outcome.Valid(new Value.Numeric(BigDecimal.valueOf(cents)));
    }

    @Override
    public String typed(@Nullable Value value) {
        return value instanceof Value.Numeric(var cents)
                ? cents.movePointLeft(2)
                        .setScale(2, java.math.RoundingMode.DOWN)
                        .toPlainString()
                        .replace('.', ',')
                : "";
    }

    @Override
    public String words(Value value) {
        return French.amount(cents(value));
    }

    @Override
    public CelType conditionType() {
        return SimpleType.INT;
    }

    @Override
    public Object conditionValue(Value value) {
        return cents(value);
    }

    @Override
    public Hints hints() {
        return Hints.brief("decimal");
    }

    private static long cents(Value value) {
        return value instanceof Value.Numeric(var cents) ? cents.longValue() : 0;
    }
}
