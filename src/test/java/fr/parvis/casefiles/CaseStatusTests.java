package fr.parvis.casefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Reference;
import fr.parvis.procedures.LegalRegime.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStatusTests {

    private static final Instant FILED = Instant.parse("2026-11-02T08:00:00Z");

    /** The whole matrix: from each status, everything it may go to; what is not named is refused. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_PROGRESS      | IN_PROGRESS WAITING_RESIDENT ACCEPTED REFUSED WITHDRAWN",
                "WAITING_RESIDENT | IN_PROGRESS WAITING_RESIDENT ACCEPTED REFUSED WITHDRAWN",
                "ACCEPTED         | ''",
                "REFUSED          | ''",
                "WITHDRAWN        | ''"
            })
    void goesOnlyWhereDeclared(CaseStatus from, String allowed) {
        for (var to : CaseStatus.values()) {
            assertThat(from.next().contains(to))
                    .as(from + " to " + to)
                    .isEqualTo(List.of(allowed.split(" ")).contains(to.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseStatus.class,
            names = {"ACCEPTED", "REFUSED", "WITHDRAWN"})
    void anUndeclaredTransitionThrows(CaseStatus ended) {
        var change = file(ended).change();
        assertThatThrownBy(() -> change.to(CaseStatus.IN_PROGRESS, FILED)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseStatus.class,
            names = {"IN_PROGRESS", "ACCEPTED", "REFUSED", "WITHDRAWN"})
    void timeWaitedForTheResidentIsNotTheTowns(CaseStatus after) {
        var waiting = file(CaseStatus.IN_PROGRESS)
                .change()
                .to(CaseStatus.WAITING_RESIDENT, FILED.plus(Duration.ofDays(1)))
                .done();
        var ended = waiting.change().to(after, FILED.plus(Duration.ofDays(4))).done();
        assertThat(ended.waited()).isEqualTo(Duration.ofDays(3));
        assertThat(ended.handled(FILED.plus(Duration.ofDays(4)))).isEqualTo(Duration.ofDays(1));
        assertThat(ended.version()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void onlyAnOpenCaseHasALegalDate(CaseStatus status) {
        var changed = file(CaseStatus.IN_PROGRESS).change().to(status, FILED).done();
        assertThat(changed.legalDue() != null)
                .isEqualTo(Set.of(CaseStatus.IN_PROGRESS, CaseStatus.WAITING_RESIDENT)
                        .contains(status));
    }

    private static CaseFile file(CaseStatus status) {
        var clock = new LegalClock(Silence.ACCEPTANCE, Period.ofMonths(2), LocalDate.of(2026, 11, 2), 0, null);
        return new CaseFile(
                UUID.randomUUID(),
                Reference.random(new Random(1)),
                "procedure",
                1,
                UUID.randomUUID(),
                "Zoé Martin",
                "{}",
                status,
                "stationnement",
                "verification",
                null,
                null,
                LocalDate.of(2026, 11, 4),
                FILED,
                clock,
                clock.silenceDate(),
                Duration.ZERO,
                null,
                null,
                false,
                1);
    }
}
