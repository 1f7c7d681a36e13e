package fr.parvis.partners.handover;

import fr.parvis.kernel.Reference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case of ours with a partner for a step.
 *
 * @param partnerName the service as residents know it
 * @param step key of the step
 * @param content what the partner was given of it, as JSON; null once it is forgotten
 * @param awaited what the partner awaits from the resident; null when it awaits nothing
 * @param answered whether the resident answered since the partner last asked
 */
public record Handover(
        UUID id,
        UUID partner,
        String partnerName,
        Reference reference,
        String step,
        UUID owner,
        @Nullable String content,
        State state,
        @Nullable Awaited awaited,
        boolean answered,
        Instant openedAt) {

    /** What has become of it. */
    public enum State {
        OPEN,
        /** The partner did its part. */
        DONE,
        /** The case went on or ended without it. */
        WITHDRAWN,
        /** An agent took it back. */
        TAKEN_BACK
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
