package fr.parvis.notifications;

import fr.parvis.kernel.Settings;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Hands one message to the mail server. It is marked as sent after the server took it: stopped in between, the program
 * sends it twice (with the same Message-ID, so that mail programs may show it once), never zero times.
 */
@Component
class EmailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(EmailDelivery.class);

    /** Waits after the first, second… failure; the eighth one is the last. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final Duration WAIT_FOR_SETTINGS = Duration.ofMinutes(15);

    private final EmailQueue queue;
    private final SmtpServer server;
    private final boolean demo;
    private final Clock clock;

    EmailDelivery(EmailQueue queue, SmtpServer server, Settings settings, Clock clock) {
        this.queue = queue;
        this.server = server;
        this.demo = settings.demo();
        this.clock = clock;
    }

    /** What became of an attempt. */
    sealed interface Attempt {

        /** Nothing more to do: sent, given up, or no longer there. */
        record Finished() implements Attempt {}

        /** To be tried again at {@code next}. */
        record Failed(Instant next) implements Attempt {}
    }

    Attempt attempt(UUID id) {
        return queue.find(id)
                .filter(queued -> queued.state() == EmailState.QUEUED)
                .map(this::deliver)
                .orElseGet(Attempt.Finished::new);
    }

    private Attempt deliver(QueuedEmail queued) {
        if (!server.isConfigured()) {
            return demo ? sent(queued) : waitForSettings(queued);
        }
        try {
            server.send(queued.id(), queued.email());
            return sent(queued);
        } catch (MailException | MessagingException refused) {
            return failed(queued, refused);
        }
    }

    private Attempt sent(QueuedEmail queued) {
        queue.markSent(queued.id());
        return new Attempt.Finished();
    }

    private Attempt waitForSettings(QueuedEmail queued) {
        var next = clock.instant().plus(WAIT_FOR_SETTINGS);
        queue.markFailed(queued.id(), "no SMTP configured", queued.attempts(), next);
        return new Attempt.Failed(next);
    }

    private Attempt failed(QueuedEmail queued, Exception refused) {
        int attempts = queued.attempts() + 1;
        // the message of the failure may name the recipient: it goes to the table, not to the log
        LOG.warn(
                "E-mail {} not sent, attempt {}: {}",
                queued.id(),
                attempts,
                refused.getClass().getSimpleName());
        if (attempts > WAITS.size()) {
            queue.markDead(queued.id(), reason(refused), attempts);
            return new Attempt.Finished();
        }
        var next = clock.instant().plus(WAITS.get(attempts - 1));
        queue.markFailed(queued.id(), reason(refused), attempts, next);
        return new Attempt.Failed(next);
    }

    /** What Spring's mail classes say, and what the connection or the server said underneath. */
    private static String reason(Exception failure) {
        var message = String.valueOf(failure.getMessage());
        var cause = NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
        return cause == null || message.contains(cause) ? message : message + " / " + cause;
    }
}
