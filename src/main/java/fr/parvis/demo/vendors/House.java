package fr.parvis.demo.vendors;

import java.util.Map;

/** What a vendor's program does: its page, and what its buttons make happen. */
public interface House {

    Look look();

    /** Its own tables with their buttons, as HTML. */
    String page();

    /** A button was pressed. Unknown words change nothing. */
    void act(String action, Map<String, String> form);

    /** Whether a message that the town posts is taken; houses that are told nothing take none. */
    default boolean hear(Message message) {
        return false;
    }

    /** What there was before the first visitor: told once, when nothing is there yet. */
    void begin();
}
