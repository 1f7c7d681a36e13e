package fr.parvis.procedures.person;

import fr.parvis.kernel.French;
import java.time.Instant;

/**
 * What makes an answer proven, kept with it for good.
 *
 * @param by who proved it, as people know them: FranceConnect
 * @param at when it was proven last
 * @param level how sure it is, as eIDAS has it: {@code eidas1}
 */
public record Certificate(String by, Instant at, String level) {

    /** As in "par FranceConnect le 3 mars 2027". */
    public String words() {
        return "par " + by + " le" + French.NBSP + French.date(at);
    }
}
