package fr.parvis.procedures;

import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.fields.OneText;
import fr.parvis.procedures.fields.SeveralOf;
import fr.parvis.procedures.fields.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the texts of a page come from: what was just typed, or the answers kept. */
sealed interface Given {

    List<String> texts(Field field, Place place);

    /** How many items the group has. */
    int items(Field field, Group group);

    /** Whether this place still holds what was refused when it was typed. */
    boolean isMistyped(Place place);

    default String text(Field field, Place place) {
        var texts = texts(field, place);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** As a browser sent them. */
    record JustTyped(Submission typed) implements Given {

        @Override
        public List<String> texts(Field field, Place place) {
            return typed.all(place.name());
        }

        @Override
        public int items(Field field, Group group) {
            return Math.clamp(typed.items(field.key(), group.max()), group.min(), group.max());
        }

        @Override
        public boolean isMistyped(Place place) {
            return false;
        }
    }

    /** As kept, in the form a person would type. */
    record Kept(Answers answers) implements Given {

        @Override
        public List<String> texts(Field field, Place place) {
            var value = value(place);
            return switch (field.kind()) {
                case OneText kind -> List.of(value instanceof Value.Mistyped(var text) ? text : kind.typed(value));
                case SeveralOf kind -> kind.typed(value);
                default -> List.of();
            };
        }

        @Override
        public int items(Field field, Group group) {
            int kept = group.items(answers.values().get(field.key())).size();
            return Math.max(kept, group.min());
        }

        @Override
        public boolean isMistyped(Place place) {
            return value(place) instanceof Value.Mistyped;
        }

        private @Nullable Value value(Place place) {
            if (place.group() == null) {
                return answers.values().get(place.key());
            }
            var items = answers.values().get(place.group()) instanceof Value.Items(var kept)
                    ? kept
                    : List.<Map<String, Value>>of();
            return place.item() < items.size() ? items.get(place.item()).get(place.key()) : null;
        }
    }
}
