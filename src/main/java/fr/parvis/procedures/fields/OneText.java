package fr.parvis.procedures.fields;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import org.jspecify.annotations.Nullable;

/** A kind whose answer a browser sends as one text: typed, or the value of a radio button or check box. */
public sealed interface OneText extends Kind permits TextInput, LongText, YesNo, OneOf, Consent {

    /** Reads a text that {@link Typed} has cleaned. */
    Outcome parse(String typed);

    /** The value as a person would type it, so that parsing it again gives the value; empty when it is not of this kind. */
    default String typed(@Nullable Value value) {
        return value instanceof Value.Text(var text) ? text : "";
    }

    /** The value in words, for a review page or a receipt. */
    default String words(Value value) {
        return typed(value);
    }

    /** The longest text that is read; more is refused before any closer look. */
    default int maxLength() {
        return 200;
    }

    /** The type of the field in conditions. */
    default CelType conditionType() {
        return SimpleType.STRING;
    }

    /** The value as conditions see it. */
    default Object conditionValue(Value value) {
        return typed(value);
    }
}
