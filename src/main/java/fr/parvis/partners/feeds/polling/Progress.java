package fr.parvis.partners.feeds.polling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read, and how the last readings went.
 *
 * @param revision of the settings that it is read with
 * @param cursor up to where; null before the first reading that went well
 * @param etag of the last answer, so that the partner need not send the same again
 * @param failures in a row
 * @param fault why the last reading failed; null when it did not
 */
public record Progress(
        int revision,
        @Nullable String cursor,
        @Nullable String etag,
        @Nullable String lastModified,
        int failures,
        @Nullable Instant attemptedAt,
        @Nullable Instant succeededAt,
        @Nullable String fault) {

    /** The same list, read up to here. */
    Progress upTo(@Nullable String reached, @Nullable String newEtag, @Nullable String modified) {
        return new Progress(revision, reached, newEtag, modified, 0, attemptedAt, succeededAt, null);
    }
}
