package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.Fault;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Phrase phrase, Map<String, Phrase> table, @Nullable Phrase otherwise) {

    private static final int LONGEST_QUOTED = 80;

    /**
     * What is filled with it.
     *
     * @param label its name in the document, with that of its group before it
     * @param pointer where it goes in the data of an event; empty when it is no datum
     */
    record Slot(String label, String pointer, Conversion conversion) {}

    /** What a record says under a source. */
    sealed interface Reading {

        /** A value, in the contract's form. */
        record Value(JsonNode value) implements Reading {}

        /** Nothing. */
        record Empty() implements Reading {}

        /** Something that cannot be. */
        record Wrong(Fault fault) implements Reading {}
    }

    /** What this record says, for what is to be filled with it. */
    Reading read(Slot slot, JsonNode record) {
        var words = phrase.fill(record);
        var meaning = table.isEmpty() || words.isEmpty() ? phrase : table.getOrDefault(words, otherwise);
        if (meaning == null) {
            return new Reading.Wrong(new Fault(
                    "unknown-word",
                    slot.pointer(),
                    "« " + cut(words) + " » n’est pas dans la table de « " + slot.label()
                            + " » : ajoutez-le à la correspondance, ou une ligne « sinon »."));
        }
        var said = slot.conversion() == Conversion.PATH ? meaning.fillPath(record) : meaning.fill(record);
        if (said.isEmpty()) {
            return new Reading.Empty();
        }
        return slot.conversion()
                .convert(said)
                .<Reading>map(Reading.Value::new)
                .orElseGet(() -> new Reading.Wrong(new Fault(
                        "bad-value",
                        slot.pointer(),
                        "« " + cut(said) + " » ne convient pas à « " + slot.label() + " » : il faut "
                                + slot.conversion().wanted() + ".")));
    }

    /** All that can come out of it. */
    Stream<Phrase> meanings() {
        return table.isEmpty()
                ? Stream.of(phrase)
                : Stream.concat(table.values().stream(), Stream.ofNullable(otherwise));
    }

    Set<String> places() {
        return Stream.concat(Stream.of(phrase), meanings())
                .flatMap(one -> one.places().stream())
                .collect(Collectors.toSet());
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(LONGEST_QUOTED, words.length()));
    }
}
