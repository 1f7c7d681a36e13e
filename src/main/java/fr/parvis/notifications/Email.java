package fr.parvis.notifications;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message to one person, written once and sent as text and as HTML.
 *
 * @param to one address, already proven or at least well formed; a line break in it is a bug and throws
 * @param subject put on one line, for it becomes a header
 * @param greeting first line, as in "Bonjour Zoé,"
 */
public record Email(String to, String subject, String greeting, List<Block> blocks) {

    public Email {
        if (to.isBlank() || to.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not one e-mail address");
        }
        subject = subject.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        blocks = List.copyOf(blocks);
    }

    /** A part of the message, top to bottom. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
        @JsonSubTypes.Type(value = Block.Button.class, name = "button"),
        @JsonSubTypes.Type(value = Block.Code.class, name = "code"),
        @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
        @JsonSubTypes.Type(value = Block.Progress.class, name = "progress")
    })
    public sealed interface Block {

        /** A paragraph of plain text. */
        record Text(String text) implements Block {}

        /** The one thing to do, with an absolute address. */
        record Button(String label, String url) implements Block {}

        /** A code to type, shown large. */
        record Code(String code) implements Block {}

        /** Label and value, line by line in the order given, as in a receipt. */
        record Facts(Map<String, String> lines) implements Block {
            public Facts {
                lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
            }
        }

        /** Le fil: the steps of what is followed, done, current and to come. */
        record Progress(List<Step> steps) implements Block {
            public Progress {
                steps = List.copyOf(steps);
            }
        }

        /** A step of the thread; {@code state} is "done", "now", "turn" or "" when to come. */
        record Step(String label, String when, String state) {}
    }
}
