package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.contract.PersonKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a mapping to work: what a row says, in the contract's words. */
final class Translation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A case's name that leaves room for its number in the id of an event. */
    private static final int LONGEST_KEY = 150;

    private final Mapping mapping;

    Translation(Mapping mapping) {
        this.mapping = mapping;
    }

    Translated of(Row row) {
        var fault = row.fault();
        return fault == null ? translate(row) : new Translated.Bad(row, fault);
    }

    private Translated translate(Row row) {
        Map<Field, JsonNode> values = new EnumMap<>(Field.class);
        for (var entry : mapping.sources().entrySet()) {
            if (isAutomatic(entry.getKey())) {
                continue;
            }
            var fault = read(entry.getKey(), entry.getValue(), row.content(), values);
            if (fault != null) {
                return new Translated.Bad(row, fault);
            }
        }
        values.keySet().removeIf(field -> !values.containsKey(field.lead()));
        var missing = missing(values);
        return missing == null ? good(row, values) : new Translated.Bad(row, missing);
    }

    private boolean isAutomatic(Field field) {
        return field == Field.SEQUENCE && mapping.numbersItself();
    }

    private static @Nullable Fault read(Field field, Source source, JsonNode record, Map<Field, JsonNode> values) {
        var said = source.value(record);
        if (said.isEmpty()) {
            return new Fault(
                    "unknown-word",
                    field.pointer(),
                    "« " + cut(source.phrase().fill(record)) + " » n’est pas dans la table de « " + field.label()
                            + " » : ajoutez-le à la correspondance, ou une ligne « sinon ».");
        }
        if (said.get().isEmpty()) {
            return null;
        }
        Optional<JsonNode> converted = field.conversion().convert(said.get());
        converted.ifPresent(value -> values.put(field, value));
        return converted.isPresent()
                ? null
                : new Fault(
                        "bad-value",
                        field.pointer(),
                        "« " + cut(said.get()) + " » ne convient pas à « " + field.label() + " » : il faut "
                                + field.conversion().wanted() + ".");
    }

    private @Nullable Fault missing(Map<Field, JsonNode> values) {
        if (!values.containsKey(Field.KEY)) {
            return new Fault("missing-key", "", "Rien ne dit de quel dossier il s’agit.");
        }
        if (values.get(Field.KEY).asString().length() > LONGEST_KEY) {
            return new Fault("bad-key", "", "Le nom du dossier a plus de " + LONGEST_KEY + " caractères.");
        }
        if (!values.containsKey(Field.TYPE)) {
            return new Fault("missing-type", "", "Rien ne dit ce qui est arrivé : « type » est vide.");
        }
        if (Field.people().stream().noneMatch(values::containsKey)) {
            return new Fault("bad-person", "/data/person", "Rien ne dit à qui est ce dossier.");
        }
        return !mapping.numbersItself() && !values.containsKey(Field.SEQUENCE)
                ? new Fault("bad-sequence", "/sequence", "Il manque le numéro d’ordre de ce dossier.")
                : null;
    }

    private static Translated good(Row row, Map<Field, JsonNode> values) {
        var data = JSON.objectNode();
        values.forEach((field, value) -> {
            if (field.isData()) {
                put(data, field.pointer().split("/", -1), value);
            }
        });
        var sequence = values.get(Field.SEQUENCE);
        var at = values.get(Field.AT);
        return new Translated.Good(
                row,
                value(values, Field.KEY),
                sequence == null ? null : sequence.longValue(),
                type(value(values, Field.TYPE)),
                at == null ? null : at.asString(),
                new PersonKey(
                        optional(values, Field.SUB), optional(values, Field.MEMBER), optional(values, Field.REFERENCE)),
                data);
    }

    /** At most two levels deep, as the data of events are. */
    private static void put(ObjectNode data, String[] pointer, JsonNode value) {
        if (pointer.length == 2) {
            data.set(pointer[1], value);
        } else {
            var group = data.path(pointer[1]);
            (group instanceof ObjectNode there ? there : data.putObject(pointer[1])).set(pointer[2], value);
        }
    }

    private static EventType type(String code) {
        return Conversion.type(code).orElseThrow();
    }

    private static String value(Map<Field, JsonNode> values, Field field) {
        return Objects.requireNonNull(values.get(field), "checked before").asString();
    }

    private static @Nullable String optional(Map<Field, JsonNode> values, Field field) {
        var value = values.get(field);
        return value == null ? null : value.asString();
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(80, words.length()));
    }
}
