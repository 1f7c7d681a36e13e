package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.LinkedServices.Appointment;
import fr.parvis.tracking.LinkedServices.Board;
import fr.parvis.tracking.LinkedServices.Due;
import fr.parvis.tracking.TrackedItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What has a date in the next seven days, day by day. */
public record Week(List<Day> days) {

    /** The last of the seven days, today being the first. */
    private static final int LAST_DAY = 6;

    /** A day and what is on it. */
    public record Day(String name, List<Entry> entries) {}

    /**
     * Something of a day.
     *
     * @param hour "9 h 20"; empty when it is for the whole day
     * @param about the service, the person, the place
     */
    public record Entry(String hour, String label, String about, String href) {}

    private record Dated(LocalDate day, Entry entry) {}

    static Week of(List<TrackedItem> waiting, Board board, LocalDate today) {
        List<Dated> dated = new ArrayList<>();
        board.appointments().stream()
                .sorted(Comparator.comparing(Appointment::from))
                .forEach(appointment -> dated.add(of(appointment, today)));
        waiting.forEach(item -> add(dated, item));
        board.dues().forEach(due -> add(dated, due));
        return new Week(dated.stream()
                .filter(one -> !one.day().isBefore(today) && !one.day().isAfter(today.plusDays(LAST_DAY)))
                .map(Dated::day)
                .distinct()
                .sorted()
                .map(day -> new Day(
                        French.calendarDay(day, today),
                        dated.stream()
                                .filter(one -> one.day().equals(day))
                                .map(Dated::entry)
                                .toList()))
                .toList());
    }

    private static void add(List<Dated> dated, TrackedItem item) {
        var due = item.standing().todoDue();
        var todo = item.standing().todo();
        if (due != null && todo != null) {
            dated.add(new Dated(
                    due,
                    new Entry(
                            "", todo, item.title(), "/suivi/" + item.reference().value())));
        }
    }

    private static void add(List<Dated> dated, Due due) {
        var before = due.fact().before();
        if (before != null) {
            dated.add(new Dated(before, new Entry("", due.fact().text(), Task.whose(due), due.href())));
        }
    }

    /** One that began before today is on for today. */
    private static Dated of(Appointment appointment, LocalDate today) {
        var day = French.day(appointment.from());
        var place = appointment.place();
        return new Dated(
                day.isBefore(today) ? today : day,
                new Entry(
                        day.isBefore(today) ? "" : French.time(appointment.from()),
                        appointment.label(),
                        place == null ? appointment.service() : appointment.service() + ", " + place,
                        "/suivi/" + appointment.reference()));
    }
}
