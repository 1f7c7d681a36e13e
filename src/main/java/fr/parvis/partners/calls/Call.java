package fr.parvis.partners.calls;

import fr.parvis.partners.api.CallNote.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of a partner's program.
 *
 * @param millis how long we took
 * @param code why it, or the first of its events that was, was refused; null when nothing was
 * @param requestId as the partner's program calls it; null when it gave it none
 */
public record Call(
        long id,
        Instant at,
        String method,
        String path,
        int status,
        int millis,
        Tally tally,
        @Nullable String code,
        @Nullable String requestId) {}
