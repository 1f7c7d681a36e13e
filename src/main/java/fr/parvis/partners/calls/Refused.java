package fr.parvis.partners.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was not taken.
 *
 * @param eventId null when it could not be read, or never came
 * @param pointer the member that is wrong
 * @param detail what the partner was told
 * @param content the event as it came; empty when it never came
 */
public record Refused(
        long id, Instant at, @Nullable String eventId, String code, String pointer, String detail, String content) {

    /** Whether the explanation may quote what the line of a table says of somebody. */
    boolean isQuoting() {
        return Advice.isOfFiles(code);
    }

    /** Whether it can be tried again: it is an event, and came whole. */
    public boolean replayable() {
        return !"too-large".equals(code) && Payload.isEvent(content);
    }
}
