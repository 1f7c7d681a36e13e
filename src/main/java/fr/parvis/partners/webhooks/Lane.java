package fr.parvis.partners.webhooks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/** The deliveries under way to one partner: so many at once, and those that leave make room for the next. */
final class Lane {

    /** 300 a second to a server that takes half a second. */
    static final int AT_ONCE = 150;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Fills what room there is. Who asks while another fills goes on at once: the other one looks again, for all who
     * asked meanwhile together.
     *
     * @param start starts as many as there is room for, or fewer; how many it started
     */
    void fill(IntUnaryOperator start) {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int answered;
        do {
            answered = asked.get();
            try {
                fillOnce(start);
            } catch (RuntimeException failure) {
                asked.set(0); // the next one who asks fills
                throw failure;
            }
        } while (asked.addAndGet(-answered) > 0);
    }

    /** One of those started has ended. */
    void leave() {
        room.release();
    }

    private void fillOnce(IntUnaryOperator start) {
        int free = room.drainPermits();
        int started = 0;
        try {
            if (free > 0) {
                started = start.applyAsInt(free);
            }
        } finally {
            room.release(free - started);
        }
    }
}
