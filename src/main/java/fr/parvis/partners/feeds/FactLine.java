package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.Fault;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a record makes one line of a person's facts.
 *
 * @param name by which the document tells its lines apart
 */
record FactLine(String name, Map<Part, Source> parts) {

    /** What a mapping can say of one line of a person's facts, under the names of the document and of the contract. */
    enum Part {
        TEXT("texte", "text", Conversion.TEXT),
        CENTS("somme", "cents", Conversion.CENTS),
        BEFORE("avant", "before", Conversion.DATE),
        TODO("a_faire", "todo", Conversion.YES_NO),
        PATH("chemin", "path", Conversion.PATH);

        private final String name;
        private final String member;
        private final Conversion conversion;

        Part(String name, String member, Conversion conversion) {
            this.name = name;
            this.member = member;
            this.conversion = conversion;
        }

        static Optional<Part> of(String name) {
            return Arrays.stream(values())
                    .filter(part -> part.name.equals(name))
                    .findFirst();
        }

        /** Its name in a line of the event. */
        String member() {
            return member;
        }

        Source.Slot slot(String line) {
            return new Source.Slot("lignes." + line + "." + name, "/facts/" + member, conversion);
        }
    }

    /** What a line says for one record. */
    sealed interface Said {

        /** One line of the facts. */
        record Line(ObjectNode fact) implements Said {}

        /** The record says nothing of it. */
        record Nothing() implements Said {}

        /** The record says something that cannot be. */
        record Wrong(Fault fault) implements Said {}
    }

    /** Without its text, or without the amount that belongs to it, a line says nothing. */
    Said of(JsonNode record) {
        Map<Part, JsonNode> values = new EnumMap<>(Part.class);
        for (var entry : parts.entrySet()) {
            switch (entry.getValue().read(entry.getKey().slot(name), record)) {
                case Source.Reading.Value(var value) -> values.put(entry.getKey(), value);
                case Source.Reading.Empty() -> {}
                case Source.Reading.Wrong(var fault) -> {
                    return new Said.Wrong(fault);
                }
            }
        }
        boolean silent =
                !values.containsKey(Part.TEXT) || (parts.containsKey(Part.CENTS) && !values.containsKey(Part.CENTS));
        return silent ? new Said.Nothing() : new Said.Line(fact(values));
    }

    private static ObjectNode fact(Map<Part, JsonNode> values) {
        var fact = JsonNodeFactory.instance.objectNode();
        values.forEach((part, value) -> fact.set(part.member(), value));
        return fact;
    }
}
