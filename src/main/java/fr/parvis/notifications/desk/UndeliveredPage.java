package fr.parvis.notifications.desk;

import java.util.List;

/**
 * The messages that did not leave, newest first.
 *
 * @param resent whether some were just queued again
 */
public record UndeliveredPage(List<Line> emails, boolean resent) {

    /**
     * One message.
     *
     * @param next when it is tried again; empty once given up
     * @param resend where its button posts
     */
    public record Line(
            String to,
            String subject,
            String error,
            int attempts,
            String written,
            boolean givenUp,
            String next,
            String resend) {}
}
