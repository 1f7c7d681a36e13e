package fr.parvis.applications.desk;

import fr.parvis.kernel.French;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Sign-ins of the last days as bars, the figures behind them. */
public record DayChart(List<Bar> bars) {

    static final int DAYS = 14;

    private static final int HEIGHT = 60;
    private static final int STEP = 20;

    public DayChart {
        bars = List.copyOf(bars);
    }

    /** A day, and its bar in a drawing 60 high. */
    public record Bar(String day, long number, int x, int y, int height) {}

    static DayChart of(Map<LocalDate, Long> numbers, LocalDate today) {
        long most = Math.max(
                1, numbers.values().stream().mapToLong(Long::longValue).max().orElse(1));
        var first = today.minusDays(DAYS - 1);
        return new DayChart(first.datesUntil(today.plusDays(1))
                .map(day -> {
                    long number = numbers.getOrDefault(day, 0L);
                    int height = (int) Math.ceilDiv(HEIGHT * number, most);
                    int x = (int) (day.toEpochDay() - first.toEpochDay()) * STEP;
                    return new Bar(French.shortDate(day, today), number, x, HEIGHT - height, height);
                })
                .toList());
    }

    public int width() {
        return DAYS * STEP;
    }

    public long total() {
        return bars.stream().mapToLong(Bar::number).sum();
    }
}
