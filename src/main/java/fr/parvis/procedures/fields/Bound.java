package fr.parvis.procedures.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first or last day a date may be: a day of the calendar, or so long before or after today. */
public record Bound(@Nullable LocalDate fixed, Period fromToday) {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-])(\\d{1,4})([dmy]))?");

    /** Reads "today", "today+10d", "today-3m", "today+1y" or "2026-01-31"; empty when it is none of these. */
    public static Optional<Bound> parse(String text) {
        var relative = RELATIVE.matcher(text.replace(" ", ""));
        if (relative.matches()) {
            return Optional.of(new Bound(null, relative.group(1) == null ? Period.ZERO : period(relative)));
        }
        try {
            return Optional.of(new Bound(LocalDate.parse(text), Period.ZERO));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    LocalDate on(LocalDate today) {
        return fixed == null ? today.plus(fromToday) : fixed;
    }

    private static Period period(java.util.regex.Matcher relative) {
        int number = Integer.parseInt(relative.group(1) + relative.group(2));
        return switch (relative.group(3)) {
            case "d" -> Period.ofDays(number);
            case "m" -> Period.ofMonths(number);
            default -> Period.ofYears(number);
        };
    }
}
