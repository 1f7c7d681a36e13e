package fr.parvis.partners.webhooks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every second for what is due: tried again, or taken over from a node that died. On a thread of its own, since a
 * flood of e-mails keeps all of the scheduler's busy. What is due and who has it stands in the database ({@link
 * DeliveryTable#claim}), so that nothing is lost with this thread, and nodes that look at the same time send it once.
 */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Dispatch dispatch;
    private @Nullable ScheduledExecutorService thread;

    Rounds(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("webhooks-rounds").factory());
        var ignored = started.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        thread = started;
    }

    /** The round under way ends by itself; what it began to send goes on, or is taken over after its lease. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** A round that fails, as when the database is away, is not the last one. */
    private void look() {
        try {
            dispatch.wake();
        } catch (RuntimeException failure) {
            LOG.warn("No look at what partners are to be told: {}", failure.toString());
        }
    }
}
