package fr.parvis.procedures.fields;

import java.util.List;

/** One answer among several, shown as radio buttons. */
public record OneOf(List<Option> options) implements OneText {

    public OneOf {
        options = List.copyOf(options);
    }

    @Override
    public Outcome parse(String typed) {
        return options.stream().anyMatch(option -> option.value().equals(typed))
                ? Outcome.text(typed)
                : new Outcome.Wrong("choisissez une réponse de la liste");
    }

    @Override
    public String words(Value value) {
        var typed = typed(value);
        return options.stream()
                .filter(option -> option.value().equals(typed))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }
}
