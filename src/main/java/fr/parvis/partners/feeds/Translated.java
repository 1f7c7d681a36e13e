package fr.parvis.partners.feeds;

import fr.parvis.applications.Digests;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.contract.Fault;
import fr.parvis.partners.contract.PersonKey;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a mapping makes of a row. */
sealed interface Translated {

    Row row();

    /** Under which name it is remembered that this was seen. */
    String name();

    /** Of all that it says, as far as the mapping looks at it. */
    String digest();

    /**
     * An event, but for its number.
     *
     * @param key of the case, or of the person whose facts these are
     * @param sequence null when we number it
     * @param at null when the partner does not date it
     */
    record Good(
            Row row,
            String key,
            @Nullable Long sequence,
            EventType type,
            @Nullable String at,
            PersonKey person,
            ObjectNode data)
            implements Translated {

        private static final String PERSON = "personne:";

        /** What is told of a person is remembered as if it were a case. */
        static String key(PersonKey person) {
            return key(person.name());
        }

        static String key(String named) {
            return PERSON + named;
        }

        @Override
        public String name() {
            return sequence == null ? key : key + "#" + sequence;
        }

        @Override
        public String digest() {
            return hash(type.code() + "\n" + key + "\n" + sequence + "\n" + at + "\n" + data);
        }
    }

    /** Nothing that could be an event. */
    record Bad(Row row, Fault fault) implements Translated {

        @Override
        public String name() {
            return "?" + digest();
        }

        @Override
        public String digest() {
            return hash(fault.code() + fault.pointer() + row.content());
        }
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Digests.of(text));
    }
}
