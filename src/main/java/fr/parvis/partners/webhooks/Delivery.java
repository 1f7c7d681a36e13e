package fr.parvis.partners.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a partner is to be told.
 *
 * @param topic what it is about; the deliveries of a topic leave one after the other
 * @param number orders them; grows, not by one
 * @param data of the event, as JSON
 * @param nextAt when it is tried next, as long as it is pending
 * @param status what the partner's server answered last; null when it answered nothing
 * @param error why the last attempt failed, in plain French
 */
public record Delivery(
        UUID id,
        UUID partner,
        String topic,
        long number,
        WebhookType type,
        String data,
        State state,
        int attempts,
        Instant createdAt,
        Instant nextAt,
        @Nullable Integer status,
        @Nullable String error) {

    /** What has become of it. */
    public enum State {
        PENDING,
        DONE,
        /** Given up after the last attempt, until somebody replays it. */
        DEAD
    }
}
