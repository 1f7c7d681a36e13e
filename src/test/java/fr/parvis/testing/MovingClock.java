package fr.parvis.testing;

import fr.parvis.kernel.French;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The system clock, moved forward by tests that cannot wait two months. */
public final class MovingClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** Lets {@code time} pass. */
    public void pass(Duration time) {
        offset = offset.plus(time);
    }

    /** Lets time pass until it is {@code hour} in the town, for tests of words that change with the day. */
    public void passUntil(LocalTime hour) {
        var now = instant().atZone(French.PARIS);
        var today = now.with(hour);
        pass(Duration.between(now, today.isBefore(now) ? today.plusDays(1) : today));
    }

    /** Back to the present; for an {@code @AfterEach} of tests that moved it. */
    public void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return French.PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {
        @Bean
        MovingClock movingClock() {
            return new MovingClock();
        }
    }
}
