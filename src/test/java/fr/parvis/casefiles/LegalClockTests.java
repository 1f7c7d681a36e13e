package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.procedures.LegalRegime;
import fr.parvis.procedures.LegalRegime.Silence;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

class LegalClockTests {

    private static final LocalDate FILED = LocalDate.of(2026, 1, 12);

    @Test
    void runsFromDateToDate() {
        assertThat(clock(Silence.ACCEPTANCE).silenceDate()).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void endsOnTheLastDayOfAShorterMonth() {
        var filedOnTheLastDay = LegalClock.startedOn(LocalDate.of(2025, 12, 31), regime(Silence.REJECTION));
        assertThat(filedOnTheLastDay.silenceDate()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void saysNothingWhereSilenceMeansNothing() {
        assertThat(clock(Silence.NONE).silenceDate()).isNull();
    }

    @Test
    void standsStillWhileADocumentIsAwaited() {
        assertThat(clock(Silence.REJECTION).pause(FILED.plusDays(10)).silenceDate())
                .isNull();
        assertThat(clock(Silence.ACCEPTANCE).pause(FILED.plusDays(10)).silenceDate())
                .isNull();
    }

    @Test
    void isLengthenedByThePauseWhereSilenceIsARejection() {
        var resumed = clock(Silence.REJECTION).pause(FILED.plusDays(10)).resume(FILED.plusDays(17));
        assertThat(resumed.silenceDate()).isEqualTo(LocalDate.of(2026, 3, 12).plusDays(7));
    }

    @Test
    void addsUpSeveralPauses() {
        var resumed = clock(Silence.REJECTION)
                .pause(FILED.plusDays(10))
                .resume(FILED.plusDays(17))
                .pause(FILED.plusDays(20))
                .resume(FILED.plusDays(23));
        assertThat(resumed.pausedDays()).isEqualTo(10);
    }

    @Test
    void beginsAgainWhenTheFileIsCompleteWhereSilenceIsAnAcceptance() {
        var resumed = clock(Silence.ACCEPTANCE).pause(FILED.plusDays(10)).resume(LocalDate.of(2026, 1, 29));
        assertThat(resumed.silenceDate()).isEqualTo(LocalDate.of(2026, 3, 29));
    }

    @Test
    void aSecondRequestDoesNotPauseTwice() {
        var paused = clock(Silence.REJECTION).pause(FILED.plusDays(10));
        assertThat(paused.pause(FILED.plusDays(12))).isEqualTo(paused);
    }

    @Test
    void resumingARunningClockChangesNothing() {
        var running = clock(Silence.ACCEPTANCE);
        assertThat(running.resume(FILED.plusDays(12))).isEqualTo(running);
    }

    private static LegalClock clock(Silence silence) {
        return LegalClock.startedOn(FILED, regime(silence));
    }

    private static LegalRegime regime(Silence silence) {
        return new LegalRegime(silence, Period.ofMonths(2), "basis", "remedies");
    }
}
