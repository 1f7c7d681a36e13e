package fr.parvis.partners.feeds;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a partner's records become events, read and checked; made by {@link MappingReader}.
 *
 * @param sources in the order of the fields, so that the same record always makes the same event
 */
public record Mapping(Map<Field, Source> sources) {

    /** Whether we number the events, each time that a record says something else. */
    boolean numbersItself() {
        var sequence = sources.get(Field.SEQUENCE);
        return sequence == null || Field.AUTOMATIC.equals(sequence.phrase().text());
    }

    /** The columns that a table must have. */
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        sources.values().forEach(source -> columns.addAll(source.places()));
        columns.removeIf(place -> place.startsWith("/"));
        return columns;
    }
}
