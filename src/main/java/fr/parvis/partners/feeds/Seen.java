package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.Fault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last seen of a record.
 *
 * @param sequence of the last event that was made of it; 0 when none was
 * @param at the time of that event
 * @param fault why it was refused; null when it was not
 */
record Seen(
        String name,
        String digest,
        long sequence,
        Instant at,
        @Nullable Fault fault) {

    static final String UNKNOWN_PERSON = "unknown-person";

    /** Refused for what it says itself, and not for who has not linked an account yet. */
    boolean isHopeless() {
        return fault != null && !fault.code().equals(UNKNOWN_PERSON);
    }
}
