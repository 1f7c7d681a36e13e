package fr.parvis.procedures.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Any number of answers among several, shown as check boxes. */
public record SeveralOf(List<Option> options) implements Kind {

    public SeveralOf {
        options = List.copyOf(options);
    }

    /** Reads the values of the boxes ticked; the order is that of the form. */
    public Outcome parse(List<String> ticked) {
        var given = ticked.stream().filter(value -> !value.isBlank()).distinct().toList();
        if (given.isEmpty()) {
            return new Outcome.Missing();
        }
        var known = options.stream().map(Option::value).filter(given::contains).toList();
        return known.size() == given.size()
                ? new Outcome.Valid(new Value.Choices(known))
                : new Outcome.Wrong("choisissez des réponses de la liste");
    }

    /** The boxes ticked; none when the value is not of this kind. */
    public List<String> typed(@Nullable Value value) {
        return value instanceof Value.Choices(var chosen) ? chosen : List.of();
    }

    public String words(Value value) {
        var chosen = typed(value);
        return String.join(
                ", ",
                options.stream()
                        .filter(option -> chosen.contains(option.value()))
                        .map(Option::label)
                        .toList());
    }
}
