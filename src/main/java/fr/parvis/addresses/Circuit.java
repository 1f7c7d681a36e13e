package fr.parvis.addresses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Stops asking a service that fails: three failures in a row open the circuit for 30 seconds. */
final class Circuit {

    private static final int FAILURES = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant openUntil = Instant.MIN;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isOpen() {
        return clock.instant().isBefore(openUntil);
    }

    synchronized void succeeded() {
        failures = 0;
    }

    /** Notes a failure; true when it opens the circuit. */
    synchronized boolean failed() {
        failures++;
        if (failures < FAILURES) {
            return false;
        }
        failures = 0;
        openUntil = clock.instant().plus(REST);
        return true;
    }
}
