package fr.parvis.procedures.fields;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few fields asked several times, as for each address of a move; conditions see how many items there are.
 *
 * @param item what one item is called, as in "Adresse"
 * @param add what the button that adds an item says
 * @param fields the questions of each item: no files, no groups and no conditions inside
 */
public record Group(int min, int max, String item, String add, List<Field> fields) implements Kind {

    public Group {
        fields = List.copyOf(fields);
    }

    /** The items given; none when the value is not of this kind. */
    public List<Map<String, Value>> items(@Nullable Value value) {
        return value instanceof Value.Items(var items) ? items.subList(0, Math.min(items.size(), max)) : List.of();
    }
}
