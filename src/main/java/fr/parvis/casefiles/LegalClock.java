package fr.parvis.casefiles;

import fr.parvis.procedures.LegalRegime;
import fr.parvis.procedures.LegalRegime.Silence;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The delay after which the town's silence is a decision (CRPA L231-1 to L231-6), counted from date to date. While a
 * missing document is awaited (L114-5): where silence means rejection the delay stands still; where it means acceptance
 * it begins again when the file is complete.
 *
 * @param start the day it runs from
 * @param pausedDays days it stood still, ended pauses only
 * @param pausedOn the day it stopped; null while it runs
 */
public record LegalClock(
        Silence silence,
        Period delay,
        LocalDate start,
        int pausedDays,
        @Nullable LocalDate pausedOn) {

    static LegalClock startedOn(LocalDate day, LegalRegime regime) {
        return new LegalClock(regime.silence(), regime.delay(), day, 0, null);
    }

    /** A document is asked for. */
    LegalClock pause(LocalDate day) {
        return pausedOn != null ? this : new LegalClock(silence, delay, start, pausedDays, day);
    }

    /** The document came, or the time to send it lapsed. */
    LegalClock resume(LocalDate day) {
        if (pausedOn == null) {
            return this;
        }
        return silence == Silence.ACCEPTANCE
                ? new LegalClock(silence, delay, day, 0, null)
                : new LegalClock(
                        silence, delay, start, pausedDays + (int) ChronoUnit.DAYS.between(pausedOn, day), null);
    }

    /** The last day before silence is a decision; null when it stands still or silence means nothing. */
    @Nullable
    LocalDate silenceDate() {
        return silence == Silence.NONE || pausedOn != null
                ? null
                : start.plus(delay).plusDays(pausedDays);
    }
}
