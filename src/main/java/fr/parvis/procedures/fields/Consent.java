package fr.parvis.procedures.fields;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import org.jspecify.annotations.Nullable;

/** A statement to agree with by ticking one box: the field's label is the statement. */
public record Consent() implements OneText {

    @Override
    public Outcome parse(String typed) {
        return typed.equals(YesNo.YES) ? new Outcome.Valid(new Value.Flag(true)) : new Outcome.Wrong("cochez la case");
    }

    @Override
    public String typed(@Nullable Value value) {
        return value instanceof Value.Flag(var agreed) && agreed ? YesNo.YES : "";
    }

    @Override
    public String words(Value value) {
        return "Oui";
    }

    @Override
    public CelType conditionType() {
        return SimpleType.BOOL;
    }

    @Override
    public Object conditionValue(Value value) {
        return value instanceof Value.Flag(var agreed) && agreed;
    }
}
