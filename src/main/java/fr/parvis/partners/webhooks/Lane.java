package fr.parvis.partners.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The deliveries under way to one partner: so many at once, and those that leave make room for the next. What becomes of
 * them is kept in turns, one at a time: all that ended since the last turn together, in the transaction that takes the next.
 */
final class Lane {

    /** 300 a second to a server that takes half a second. */
    static final int AT_ONCE = 150;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Queue<Attempt> ended = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** Keeps what became of some, and starts others. */
    interface Turn {

        /** Starts as many as there is room for, or fewer; how many it started. */
        int take(List<Attempt> ended, int room);
    }

    /**
     * Takes a turn. Who asks while another takes one goes on at once: the other one looks again, for all who asked
     * meanwhile together.
     */
    void fill(Turn turn) {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int answered;
        do {
            answered = asked.get();
            try {
                fillOnce(turn);
            } catch (RuntimeException failure) {
                asked.set(0); // the next one who asks fills
                throw failure;
            }
        } while (asked.addAndGet(-answered) > 0);
    }

    /** One of those started has ended, with this outcome. */
    void leave(Attempt attempt) {
        ended.add(attempt);
        leave();
    }

    /** One of those started was not attempted: its lease ends, and it is tried again. */
    void leave() {
        room.release();
    }

    private void fillOnce(Turn turn) {
        int free = room.drainPermits();
        var outcomes = new ArrayList<Attempt>();
        for (var one = ended.poll(); one != null; one = ended.poll()) {
            outcomes.add(one);
        }
        int started = 0;
        try {
            if (free > 0 || !outcomes.isEmpty()) {
                started = turn.take(outcomes, free);
            }
        } catch (RuntimeException failure) {
            ended.addAll(outcomes); // for a later turn: what was taken must not be sent again
            throw failure;
        } finally {
            room.release(free - started);
        }
    }
}
