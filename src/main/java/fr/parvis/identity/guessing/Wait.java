package fr.parvis.identity.guessing;

import fr.parvis.kernel.French;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells people who tried too often when they may try again. */
@Component
public class Wait {

    private final Clock clock;

    Wait(Clock clock) {
        this.clock = clock;
    }

    /** The message, with the time rounded up to the minute; the same is said to programs in {@code Retry-After}. */
    public String tell(Instant until, HttpServletResponse response) {
        var seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
        response.setHeader("Retry-After", String.valueOf(seconds));
        var minute = until.plusSeconds(59);
        var when = French.day(minute).equals(French.day(clock.instant()))
                ? "à " + French.time(minute)
                : "le " + French.dateTime(minute);
        return "Trop d’essais. Par sécurité, attendez un peu" + French.NBSP + ": vous pourrez réessayer " + when + ".";
    }
}
