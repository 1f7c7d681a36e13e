package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.contract.Legible;
import fr.parvis.partners.contract.PersonKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
        var fault = row.fault() == null ? illegible(row) : row.fault();
        return fault == null ? translate(row) : bad(row, fault);
    }

    private static @Nullable Fault illegible(Row row) {
        var flaw = Legible.flaw(row.content());
        return flaw == null
                ? null
                : new Fault("bad-text", "", "« " + flaw + " » a un caractère de contrôle, ou une moitié de caractère.");
    }

    private Translated translate(Row row) {
        Map<Field, JsonNode> values = new EnumMap<>(Field.class);
        for (var entry : mapping.sources().entrySet()) {
            if (isAutomatic(entry.getKey())) {
                continue;
            }
            switch (entry.getValue().read(entry.getKey().slot(), row.content())) {
                case Source.Reading.Value(var value) -> values.put(entry.getKey(), value);
                case Source.Reading.Empty() -> {}
                case Source.Reading.Wrong(var fault) -> {
                    return bad(row, fault);
                }
            }
        }
        values.keySet().removeIf(field -> !values.containsKey(field.lead()));
        var missing = missing(values);
        if (missing != null) {
            return bad(row, missing);
        }
        return isOfCase(values) ? good(row, values, value(values, Field.KEY), data(values)) : facts(row, values);
    }

    /** What a person has there: each line that the record says something of. */
    private Translated facts(Row row, Map<Field, JsonNode> values) {
        var data = JSON.objectNode();
        var facts = JSON.arrayNode();
        for (var line : mapping.lines()) {
            switch (line.of(row.content())) {
                case FactLine.Said.Line(var fact) -> facts.add(fact);
                case FactLine.Said.Nothing() -> {}
                case FactLine.Said.Wrong(var fault) -> {
                    return bad(row, fault);
                }
            }
        }
        data.set("person", data(values).path("person"));
        if (!mapping.lines().isEmpty()) {
            data.set("facts", facts);
        }
        return good(row, values, Translated.Good.key(person(values)), data);
    }

    private Translated bad(Row row, Fault fault) {
        return new Translated.Bad(new Row(row.line(), mapping.excerpt(row.content()), fault), fault);
    }

    private boolean isAutomatic(Field field) {
        return field == Field.SEQUENCE && mapping.numbersItself();
    }

    private @Nullable Fault missing(Map<Field, JsonNode> values) {
        if (!values.containsKey(Field.TYPE)) {
            return new Fault("missing-type", "", "Rien ne dit ce qui est arrivé : « type » est vide.");
        }
        if (isOfCase(values) && !values.containsKey(Field.KEY)) {
            return new Fault("missing-key", "", "Rien ne dit de quel dossier il s’agit.");
        }
        if (Field.people().stream().noneMatch(values::containsKey)) {
            return new Fault("bad-person", "/data/person", "Rien ne dit de qui il s’agit.");
        }
        var named = isOfCase(values) ? value(values, Field.KEY) : Translated.Good.key(person(values));
        if (named.length() > LONGEST_KEY) {
            return new Fault(
                    "bad-key", "", "Le nom du dossier, ou de la personne, a plus de " + LONGEST_KEY + " caractères.");
        }
        return !mapping.numbersItself() && !values.containsKey(Field.SEQUENCE)
                ? new Fault("bad-sequence", "/sequence", "Il manque le numéro d’ordre de cette ligne.")
                : null;
    }

    private static Translated good(Row row, Map<Field, JsonNode> values, String key, ObjectNode data) {
        var sequence = values.get(Field.SEQUENCE);
        var at = values.get(Field.AT);
        return new Translated.Good(
                row,
                key,
                sequence == null ? null : sequence.longValue(),
                type(value(values, Field.TYPE)),
                at == null ? null : at.asString(),
                person(values),
                data);
    }

    private static ObjectNode data(Map<Field, JsonNode> values) {
        var data = JSON.objectNode();
        values.forEach((field, value) -> {
            if (field.isData()) {
                put(data, field.slot().pointer().split("/", -1), value);
            }
        });
        return data;
    }

    private static PersonKey person(Map<Field, JsonNode> values) {
        return new PersonKey(
                optional(values, Field.SUB), optional(values, Field.MEMBER), optional(values, Field.REFERENCE));
    }

    private static boolean isOfCase(Map<Field, JsonNode> values) {
        return type(value(values, Field.TYPE)).isOfCase();
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
}
