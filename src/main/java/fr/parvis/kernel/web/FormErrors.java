package fr.parvis.kernel.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be corrected in a form, in plain French, by field and in the order of the page; immutable. */
public record FormErrors(Map<String, String> byField) {

    public FormErrors {
        byField = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    public static FormErrors none() {
        return new FormErrors(Map.of());
    }

    public static FormErrors of(String field, String message) {
        return new FormErrors(Map.of(field, message));
    }

    /** These errors and one more; the first message of a field is kept. */
    public FormErrors and(String field, String message) {
        var more = new LinkedHashMap<>(byField);
        more.putIfAbsent(field, message);
        return new FormErrors(more);
    }

    public @Nullable String get(String field) {
        return byField.get(field);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
