package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How a partner's records become events, read and checked; made by {@link MappingReader}.
 *
 * @param sources in the order of the fields, so that the same record always makes the same event
 * @param lines of what a person has there, in the order in which they are shown
 */
public record Mapping(Map<Field, Source> sources, List<FactLine> lines) {

    /** Whether we number the events, each time that a record says something else. */
    boolean numbersItself() {
        var sequence = sources.get(Field.SEQUENCE);
        return sequence == null || Field.AUTOMATIC.equals(sequence.phrase().text());
    }

    /** The types of events that can come out of it. */
    Set<EventType> types() {
        var type = sources.get(Field.TYPE);
        if (type == null) {
            return Set.of();
        }
        return type.meanings().allMatch(Phrase::isConstant)
                ? type.meanings()
                        .flatMap(meaning -> Conversion.type(meaning.text()).stream())
                        .collect(Collectors.toSet())
                : EnumSet.allOf(EventType.class);
    }

    /** The columns that a table must have. */
    public Set<String> columns() {
        return places().filter(place -> !place.startsWith("/")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it looks at of a record, under the names of its places: when it is refused, nothing else is kept of it. */
    JsonNode excerpt(JsonNode record) {
        if (record.isString()) {
            return record;
        }
        var excerpt = JsonNodeFactory.instance.objectNode();
        places().forEach(place -> {
            var value = Phrase.at(place, record);
            if (value.isValueNode()) {
                excerpt.set(place, value);
            }
        });
        return excerpt;
    }

    private Stream<String> places() {
        return Stream.concat(sources.values().stream(), lines.stream().flatMap(line -> line.parts().values().stream()))
                .flatMap(source -> source.places().stream())
                .distinct()
                .sorted();
    }
}
