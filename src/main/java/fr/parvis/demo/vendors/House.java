package fr.parvis.demo.vendors;

import fr.parvis.demo.vendors.html.Look;
import fr.parvis.demo.vendors.html.Sheet;
import java.util.Map;
import java.util.Optional;

/** What a vendor's program does: its page, and what its buttons make happen. */
public interface House {

    Look look();

    /** Its own tables with their buttons, as HTML. */
    String page();

    /** What there is under another path of its site, for residents as for its clerk. */
    default Optional<Sheet> open(String path) {
        return Optional.empty();
    }

    /** A button was pressed. Unknown words change nothing. */
    void act(String action, Map<String, String> form);

    /** Whether a message that the town posts is taken; houses that are told nothing take none. */
    default boolean hear(Message message) {
        return false;
    }

    /** Answers a question of the town about who is who; houses that cannot tell know nobody. */
    default Reply answer(Message question) {
        return Reply.NO;
    }

    /**
     * This house's own name of a person who is linked: the one that it answered when it was asked, unless people sign in
     * here with their account of the town.
     *
     * @param sub the town's name of the account
     * @param member the name by which the town has the link
     */
    default String own(String sub, String member) {
        return member;
    }

    /** Somebody, by this house's own name, is followed in the town from now on: it is to be told where all stands. */
    default void meet(String member) {}

    /** Fetches what the town has for it; asked again and again. False while the town is away. */
    default boolean fetch() {
        return true;
    }

    /** What there was before the first visitor: told once, when nothing is there yet. */
    void begin();
}
