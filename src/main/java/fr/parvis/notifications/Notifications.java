package fr.parvis.notifications;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages, once what they tell of is committed. */
@Service
public class Notifications {

    private final EmailQueue queue;
    private final EmailRendering rendering;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Notifications(EmailQueue queue, EmailRendering rendering, SchedulerClient scheduler, Clock clock) {
        this.queue = queue;
        this.rendering = rendering;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Queues a message in the caller's transaction; it leaves after the commit, or never if it is rolled back. */
    @Transactional
    public void send(Email email) {
        var id = queue.add(email);
        // a batch of one: the message is new, and the other ways first look whether its task is
        scheduler.scheduleBatch(List.of(EmailTasks.SEND.instance(id.toString()).scheduledTo(clock.now())));
    }

    /** The last messages, newest first, whatever became of them. */
    public List<SentEmail> recent(int limit) {
        return queue.recent(limit).stream().map(this::rendered).toList();
    }

    public Optional<SentEmail> find(UUID email) {
        return queue.find(email).map(this::rendered);
    }

    /** The messages given up and those that failed and wait for another attempt, newest first; at most 500. */
    public List<UndeliveredEmail> undelivered() {
        return queue.undelivered();
    }

    /** Tries a message again now, with all its attempts before it; nothing happens if it was sent meanwhile. */
    @Transactional
    public void resend(UUID email) {
        if (queue.requeue(email)) {
            try {
                scheduler.schedule(
                        EmailTasks.SEND.instance(email.toString()).build(),
                        clock.now(),
                        ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            } catch (TaskInstanceCurrentlyExecutingException leavingNow) {
                // an attempt is under way this very moment, which is what was asked
            }
        }
    }

    /** Tries again every message of {@link #undelivered()}. */
    @Transactional
    public void resendAll() {
        undelivered().forEach(email -> resend(email.id()));
    }

    private SentEmail rendered(QueuedEmail queued) {
        var email = queued.email();
        return new SentEmail(
                queued.id(),
                email.to(),
                email.subject(),
                queued.state(),
                queued.createdAt(),
                rendering.text(email),
                rendering.html(email));
    }
}
