package fr.parvis.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** Working days of a French town hall: Monday to Friday, public holidays left out (code du travail L3133-1). */
public final class WorkingDays {

    private WorkingDays() {}

    /** The day {@code days} working days after {@code start}. */
    public static LocalDate after(LocalDate start, int days) {
        var day = start;
        for (int counted = 0; counted < days; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                counted++;
            }
        }
        return day;
    }

    public static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays(day.getYear()).contains(day);
    }

    private static Set<LocalDate> holidays(int year) {
        var easter = easter(year);
        return Set.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 5, 8),
                LocalDate.of(year, 7, 14),
                LocalDate.of(year, 8, 15),
                LocalDate.of(year, 11, 1),
                LocalDate.of(year, 11, 11),
                LocalDate.of(year, 12, 25),
                easter.plusDays(1),
                easter.plusDays(39),
                easter.plusDays(50));
    }

    /** Easter Sunday by the paschal full moon: golden number, epact, then the next Sunday (Gauss, years 1900–2099). */
    private static LocalDate easter(int year) {
        int moon = (19 * (year % 19) + 24) % 30;
        int shift = moon == 29 || (moon == 28 && year % 19 > 10) ? moon - 1 : moon;
        var fullMoon = LocalDate.of(year, 3, 21).plusDays(shift);
        return fullMoon.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    }
}
