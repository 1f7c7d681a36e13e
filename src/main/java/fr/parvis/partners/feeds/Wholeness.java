package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.EventType;
import java.util.ArrayList;
import java.util.List;

/** What a mapping cannot be without, and what does not go together, whatever its lines. */
final class Wholeness {

    private final Mapping mapping;
    private final List<String> mistakes = new ArrayList<>();

    private Wholeness(Mapping mapping) {
        this.mapping = mapping;
    }

    /** In plain French; none when the mapping can be put to work. */
    static List<String> mistakes(Mapping mapping) {
        var wholeness = new Wholeness(mapping);
        wholeness.cases();
        wholeness.people();
        wholeness.groups();
        wholeness.facts();
        return wholeness.mistakes;
    }

    private void cases() {
        if (!mapping.sources().containsKey(Field.TYPE)) {
            missing(Field.TYPE);
        }
        boolean ofCases = mapping.types().isEmpty() || mapping.types().stream().anyMatch(EventType::isOfCase);
        var key = mapping.sources().get(Field.KEY);
        if (ofCases && key == null) {
            missing(Field.KEY);
        }
        if (key != null && key.phrase().isConstant()) {
            mistakes.add("« dossier » doit nommer une colonne, entre chevrons, comme « dossier: <numero> ».");
        }
    }

    private void people() {
        if (Field.people().stream().filter(mapping.sources()::containsKey).count() != 1) {
            mistakes.add("Dites à qui est le dossier, par un seul de ces champs : personne, sub ou reference.");
        }
    }

    private void groups() {
        for (var field : mapping.sources().keySet()) {
            if (!mapping.sources().containsKey(field.lead())) {
                mistakes.add("« " + field.label() + " » ne va pas sans « "
                        + field.lead().label() + " ».");
            }
        }
    }

    private void facts() {
        var types = mapping.types();
        boolean told = types.contains(EventType.FACTS);
        if (!told && !mapping.lines().isEmpty()) {
            mistakes.add("« lignes » ne sert qu’avec « type: person.facts ».");
        }
        if (told && types.size() < EventType.values().length && mapping.lines().isEmpty()) {
            mistakes.add("« person.facts » ne va pas sans « lignes », qui dit ce qui sera montré.");
        }
        if (told && types.size() == 1 && mapping.sources().containsKey(Field.REFERENCE)) {
            mistakes.add(
                    "« person.facts » dit ce qu’une personne a chez le partenaire : nommez-la par personne ou sub.");
        }
    }

    private void missing(Field field) {
        mistakes.add("Il manque le champ « " + field.label() + " ».");
    }
}
