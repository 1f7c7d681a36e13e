package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Set<String> columns = new TreeSet<>();
        Stream.concat(sources.values().stream(), lines.stream().flatMap(line -> line.parts().values().stream()))
                .forEach(source -> columns.addAll(source.places()));
        columns.removeIf(place -> place.startsWith("/"));
        return columns;
    }
}
