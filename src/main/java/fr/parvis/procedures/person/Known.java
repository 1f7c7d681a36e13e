package fr.parvis.procedures.person;

import java.util.Map;
import java.util.Optional;

/**
 * What an account knows of its holder.
 *
 * @param said what they said
 * @param proven what somebody proved; what does not exist, such as a usual name, is not in it
 */
public record Known(Map<Attribute, String> said, Map<Attribute, Fact> proven) {

    public Known {
        said = Map.copyOf(said);
        proven = Map.copyOf(proven);
    }

    /**
     * Something proven.
     *
     * @param text as it was given: a date is {@code YYYY-MM-DD}, with {@code 00} for what is not known of it, a gender
     *     {@code male} or {@code female}, a place an INSEE code
     */
    public record Fact(String text, Certificate certificate) {}

    /** Somebody of whom nothing is known. */
    public static Known nothing() {
        return new Known(Map.of(), Map.of());
    }

    public Optional<Fact> proven(Attribute attribute) {
        return Optional.ofNullable(proven.get(attribute));
    }

    /** The best that is known of this: what was proven, else what was said. */
    public Optional<String> best(Attribute attribute) {
        return proven(attribute).map(Fact::text).or(() -> Optional.ofNullable(said.get(attribute)));
    }
}
