package fr.parvis.procedures.fields;

import fr.parvis.procedures.FileAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The answer to one field, as JSON can hold it; well formed, but for what is {@link Mistyped} or {@link Unheld}. */
public sealed interface Value {

    record Text(String text) implements Value {}

    /** What somebody typed that is not an answer yet: kept for them to correct, no answer to anything meanwhile. */
    record Mistyped(String text) implements Value {}

    /** What was proven and this field cannot hold, such as a date without its day: no answer, the person gives it. */
    record Unheld(String proven, String by) implements Value {}

    record Flag(boolean yes) implements Value {}

    /** A number, or an amount in cents. */
    record Numeric(BigDecimal number) implements Value {}

    record Choices(List<String> options) implements Value {
        public Choices {
            options = List.copyOf(options);
        }
    }

    record Files(List<FileAnswer> files) implements Value {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** The items of a repeated group, each with its own answers; an item just added is empty. */
    record Items(List<Map<String, Value>> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }
}
