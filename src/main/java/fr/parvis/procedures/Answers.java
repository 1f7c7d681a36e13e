package fr.parvis.procedures;

import fr.parvis.procedures.fields.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers to a form, by field key; immutable, kept as JSON. */
public final class Answers {

    private static final Answers EMPTY = new Answers(Map.of());

    private final Map<String, Value> values;

    Answers(Map<String, Value> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Answers empty() {
        return EMPTY;
    }

    /** Reads answers back; what cannot be an answer is left out, for a form may have changed since. */
    public static Answers parse(String json) {
        return new Answers(AnswersJson.read(json));
    }

    public String toJson() {
        return AnswersJson.write(values);
    }

    /** The files given for a field, oldest first. */
    public List<FileAnswer> files(String field) {
        return values.get(field) instanceof Value.Files(var files) ? files : List.of();
    }

    /** Every file of every field. */
    public List<FileAnswer> files() {
        return values.keySet().stream().flatMap(field -> files(field).stream()).toList();
    }

    public Answers withFile(String field, FileAnswer file) {
        var files = new ArrayList<>(files(field));
        files.add(file);
        return with(field, new Value.Files(files));
    }

    public Answers withoutFile(UUID file) {
        Map<String, Value> rest = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            var kept = value instanceof Value.Files(var files) ? without(files, file) : value;
            if (!kept.equals(new Value.Files(List.of()))) {
                rest.put(field, kept);
            }
        });
        return new Answers(rest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers answers && answers.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** How many answers; never what they say, for this may reach a log. */
    @Override
    public String toString() {
        return "Answers[" + values.size() + "]";
    }

    Map<String, Value> values() {
        return values;
    }

    Answers with(String field, Value value) {
        var more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Answers(more);
    }

    Answers without(String field) {
        var rest = new LinkedHashMap<>(values);
        rest.remove(field);
        return new Answers(rest);
    }

    Answers only(Set<String> fields) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(fields);
        return new Answers(kept);
    }

    private static Value without(List<FileAnswer> files, UUID gone) {
        return new Value.Files(
                files.stream().filter(file -> !file.id().equals(gone)).toList());
    }
}
