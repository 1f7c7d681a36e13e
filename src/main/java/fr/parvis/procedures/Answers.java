package fr.parvis.procedures;

import fr.parvis.procedures.fields.Value;
import fr.parvis.procedures.person.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answers to a form, by field key, and what makes some of them proven; immutable, kept as JSON. */
public final class Answers {

    private static final Answers EMPTY = new Answers(Map.of(), Map.of());

    private final Map<String, Value> values;
    private final Map<String, Certificate> certificates;

    Answers(Map<String, Value> values, Map<String, Certificate> certificates) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.certificates = Map.copyOf(certificates);
    }

    public static Answers empty() {
        return EMPTY;
    }

    /** Reads answers back; what cannot be an answer is left out, for a form may have changed since. */
    public static Answers parse(String json) {
        return AnswersJson.read(json);
    }

    public String toJson() {
        return AnswersJson.write(this);
    }

    /** What makes the answer to a field proven; empty when somebody typed it. */
    public Optional<Certificate> certificate(String field) {
        return Optional.ofNullable(certificates.get(field));
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
        return new Answers(rest, certificates);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Answers answers
                && answers.values.equals(values)
                && answers.certificates.equals(certificates);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, certificates);
    }

    /** How many answers; never what they say, for this may reach a log. */
    @Override
    public String toString() {
        return "Answers[" + values.size() + "]";
    }

    Map<String, Value> values() {
        return values;
    }

    Map<String, Certificate> certificates() {
        return certificates;
    }

    Answers with(String field, Value value) {
        var more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Answers(more, certificatesBut(field));
    }

    /** The same with a proven answer. */
    Answers with(String field, Value value, Certificate certificate) {
        var more = new LinkedHashMap<>(certificates);
        more.put(field, certificate);
        return new Answers(with(field, value).values, more);
    }

    Answers without(String field) {
        var rest = new LinkedHashMap<>(values);
        rest.remove(field);
        return new Answers(rest, certificatesBut(field));
    }

    /** Only what somebody typed, chose or sent. */
    Answers typed() {
        var typed = new LinkedHashMap<>(values);
        typed.keySet().removeAll(certificates.keySet());
        typed.values().removeIf(Value.Unheld.class::isInstance);
        return new Answers(typed, Map.of());
    }

    Answers only(Set<String> fields) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(fields);
        var proven = new LinkedHashMap<>(certificates);
        proven.keySet().retainAll(fields);
        return new Answers(kept, proven);
    }

    private Map<String, Certificate> certificatesBut(String field) {
        var rest = new LinkedHashMap<>(certificates);
        rest.remove(field);
        return rest;
    }

    private static Value without(List<FileAnswer> files, UUID gone) {
        return new Value.Files(
                files.stream().filter(file -> !file.id().equals(gone)).toList());
    }
}
