package fr.parvis.partners.intake;

import fr.parvis.partners.contract.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event.
 *
 * @param id null when it could not be read
 * @param fault why it was refused; null when it was not
 */
public record Verdict(
        @Nullable String id, Status status, @Nullable Fault fault) {

    /** What can become of an event. */
    public enum Status {
        /** Residents see it. */
        APPLIED,
        /** It was taken before; nothing happened twice. */
        DUPLICATE,
        /** It is kept until those before it have come. */
        WAITING,
        /** Those after it came first: it is in the timeline, and changes nothing of where the case stands. */
        LATE,
        REFUSED
    }

    static Verdict of(String id, Status status) {
        return new Verdict(id, status, null);
    }

    static Verdict refused(@Nullable String id, Fault fault) {
        return new Verdict(id, Status.REFUSED, fault);
    }
}
