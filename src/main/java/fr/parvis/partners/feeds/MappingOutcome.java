package fr.parvis.partners.feeds;

import fr.parvis.kernel.French;
import java.util.List;

/** What came of reading a mapping. */
public sealed interface MappingOutcome {

    /** It can be put to work. */
    record Good(Mapping mapping) implements MappingOutcome {}

    /** It must be corrected; the first mistake first. */
    record Wrong(List<Mistake> mistakes) implements MappingOutcome {}

    /**
     * A mistake.
     *
     * @param line counted from 1; 0 for what is missing from the whole document
     * @param text in plain French, with what to write
     */
    record Mistake(int line, String text) {

        /** As it is shown. */
        public String shown() {
            return French.typeset(line == 0 ? text : "Ligne " + line + " : " + text);
        }
    }
}
