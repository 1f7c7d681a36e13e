package fr.parvis.notifications;

import java.util.List;
import java.util.Map;

/**
 * A message to one person, written once and sent as text and as HTML.
 *
 * @param greeting first line, as in "Bonjour Zoé,"
 */
public record Email(String to, String subject, String greeting, List<Block> blocks) {

    public Email {
        blocks = List.copyOf(blocks);
    }

    /** A part of the message, top to bottom. */
    public sealed interface Block {

        /** A paragraph of plain text. */
        record Text(String text) implements Block {}

        /** The one thing to do, with an absolute address. */
        record Button(String label, String url) implements Block {}

        /** A code to type, shown large. */
        record Code(String code) implements Block {}

        /** Label and value, line by line, as in a receipt. */
        record Facts(Map<String, String> lines) implements Block {}

        /** Le fil: the steps of what is followed, done, current and to come. */
        record Progress(List<Step> steps) implements Block {}

        /** A step of the thread; {@code state} is "done", "now", "turn" or "" when to come. */
        record Step(String label, String when, String state) {}
    }
}
