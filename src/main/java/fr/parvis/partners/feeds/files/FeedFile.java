package fr.parvis.partners.feeds.files;

import fr.parvis.partners.contract.Fault;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a partner.
 *
 * @param reading how many times it was to be read again
 * @param fault why no line of it could be read; null when some could, or it was not read yet
 */
public record FeedFile(
        UUID id,
        UUID partner,
        Channel channel,
        String name,
        State state,
        Instant receivedAt,
        int reading,
        @Nullable Fault fault) {

    /** How it came. */
    public enum Channel {
        DESK,
        API,
        MAIL,
        SFTP
    }

    /** What has become of it. */
    public enum State {
        RECEIVED,
        READ,
        REFUSED
    }
}
