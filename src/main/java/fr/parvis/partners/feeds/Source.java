package fr.parvis.partners.feeds;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the value of a field comes from.
 *
 * @param phrase what it is made of
 * @param table what its words mean; empty when they are taken as they are
 * @param otherwise for words that are not in the table; null when they are a mistake
 */
record Source(
        Phrase phrase, Map<String, String> table, @Nullable String otherwise) {

    /** The value for this record, empty when nothing is said there; none when the table does not know the words. */
    Optional<String> value(JsonNode record) {
        var words = phrase.fill(record);
        return table.isEmpty() || words.isEmpty()
                ? Optional.of(words)
                : Optional.ofNullable(table.getOrDefault(words, otherwise));
    }

    Set<String> places() {
        return phrase.places();
    }
}
