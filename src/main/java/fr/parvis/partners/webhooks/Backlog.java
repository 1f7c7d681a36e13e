package fr.parvis.partners.webhooks;

import fr.parvis.kernel.French;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is still to be told.
 *
 * @param waiting how many messages
 * @param oldest since when the first of them waits; null when none does
 * @param answer what the partner's server answered last, or why it did not, in plain French; null when nothing was tried
 * @param nextAt when the next one is tried; null when none waits
 */
public record Backlog(
        Instant now,
        int waiting,
        @Nullable Instant oldest,
        @Nullable String answer,
        @Nullable Instant nextAt) {

    /** A server that restarts is back by then. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    public boolean isEmpty() {
        return waiting == 0;
    }

    /** Whether somebody should look. */
    public boolean isLate() {
        return oldest != null && oldest.isBefore(now.minus(PATIENCE));
    }

    /** "1 message", "12 messages". */
    public String number() {
        return isEmpty() ? "aucun" : French.count(waiting, "message", "messages");
    }

    /** "jeudi 19 novembre 2026 à 21 h 14". */
    public String since() {
        return oldest == null ? "" : French.dateTime(oldest);
    }

    public String lastAnswer() {
        return answer == null ? "aucune encore" : answer;
    }

    /** "tout de suite", "jeudi 19 novembre 2026 à 21 h 14". */
    public String next() {
        return nextAt == null || !nextAt.isAfter(now) ? "tout de suite" : French.dateTime(nextAt);
    }
}
