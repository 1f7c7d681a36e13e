package fr.parvis.partners.webhooks;

import fr.parvis.partners.webhooks.Delivery.State;
import fr.parvis.partners.webhooks.GuardedPost.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of a delivery after an attempt.
 *
 * @param attempts how many there were now
 * @param next when to try it again or, once it is settled, what comes after it
 */
record Fate(State state, int attempts, Instant next, Answer answer) {

    /** Waits after the first, second… failure; the tenth one is the last. */
    static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8),
            Duration.ofHours(24));

    static Fate after(Delivery delivery, Answer answer, Instant now) {
        int attempts = delivery.attempts() + 1;
        if (answer.isTaken()) {
            return new Fate(State.DONE, attempts, now, answer);
        }
        return attempts > WAITS.size()
                ? new Fate(State.DEAD, attempts, now, answer)
                : new Fate(State.PENDING, attempts, now.plus(WAITS.get(attempts - 1)), answer);
    }
}
