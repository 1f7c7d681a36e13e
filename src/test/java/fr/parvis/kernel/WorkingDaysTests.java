package fr.parvis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Easter Monday, Ascension and Whit Monday of several years, from the official calendars
                "2024-04-01",
                "2024-05-09",
                "2024-05-20",
                "2025-04-21",
                "2025-05-29",
                "2025-06-09",
                "2026-04-06",
                "2026-05-14",
                "2026-05-25",
                "2027-03-29",
                "2027-05-06",
                "2027-05-17",
                "2028-04-17",
                "2028-05-25",
                "2028-06-05",
                "2026-01-01",
                "2026-07-14",
                "2026-11-11",
                "2026-12-25"
            })
    void nobodyWorksOnAPublicHoliday(LocalDate holiday) {
        assertThat(WorkingDays.isWorked(holiday)).isFalse();
    }

    @Test
    void weekendsAreNotWorked() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 20), 1)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void holidaysAndWeekendsAddUp() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 12, 24), 1)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 30), 3)).isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void zeroDaysIsTheSameDay() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 11, 21), 0)).isEqualTo(LocalDate.of(2026, 11, 21));
    }
}
