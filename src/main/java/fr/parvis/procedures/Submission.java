package fr.parvis.procedures;

import java.util.List;
import java.util.Map;

/** What a browser sent for a page: every value of every name, as typed. */
public record Submission(Map<String, List<String>> values) {

    /** The first value of this name, or an empty text. */
    public String first(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
