package fr.parvis.demo.town;

import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The clock of the demo: real time, except for the thread that tells the town's past. */
final class DemoClock extends Clock {

    private static final ThreadLocal<@Nullable Instant> TOLD = new ThreadLocal<>();

    private final Clock real = Clock.system(French.PARIS);

    /** The thread now tells what happened at this instant. */
    void tell(Instant at) {
        TOLD.set(at);
    }

    /** The present, whatever is being told. */
    Instant present() {
        return real.instant();
    }

    /** Back to real time. */
    void wake() {
        TOLD.remove();
    }

    @Override
    public Instant instant() {
        var at = TOLD.get();
        return at == null ? real.instant() : at;
    }

    @Override
    public ZoneId getZone() {
        return French.PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return DemoClock.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return DemoClock.this.instant();
            }
        };
    }
}
