package fr.parvis.procedures.fields;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Yes or no, with the town's own words for both if it likes: "Non, en location ou véhicule de fonction". */
public record YesNo(String yes, String no) implements OneText {

    static final String YES = "oui";
    static final String NO = "non";

    @Override
    public Outcome parse(String typed) {
        return switch (typed) {
            case YES -> new Outcome.Valid(new Value.Flag(true));
            case NO -> new Outcome.Valid(new Value.Flag(false));
            default -> new Outcome.Wrong("choisissez l’une des deux réponses");
        };
    }

    @Override
    public String typed(@Nullable Value value) {
        if (value instanceof Value.Flag(var flag)) {
            return flag ? YES : NO;
        }
        return "";
    }

    @Override
    public String words(Value value) {
        return typed(value).equals(YES) ? yes : no;
    }

    @Override
    public CelType conditionType() {
        return SimpleType.BOOL;
    }

    @Override
    public Object conditionValue(Value value) {
        return value instanceof Value.Flag(var flag) && flag;
    }

    /** The two answers as options to choose from. */
    public List<Option> options() {
        return List.of(new Option(YES, yes, null), new Option(NO, no, null));
    }
}
