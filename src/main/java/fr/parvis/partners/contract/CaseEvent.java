package fr.parvis.partners.contract;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a partner's, read and checked.
 *
 * @param id names it among all events of its source
 * @param key the partner's name of the case; null for facts
 * @param sequence orders the events of a case, or the facts of a person
 * @param at when it happened, by the partner's clock
 * @param content the event as it came
 */
public record CaseEvent(
        String id, EventType type, @Nullable String key, long sequence, Instant at, EventData data, String content) {

    public PersonKey person() {
        return Objects.requireNonNull(data.person(), "checked when it was read");
    }

    /** The key of an event that is about a case. */
    public String caseKey() {
        return Objects.requireNonNull(key, "checked when it was read");
    }
}
