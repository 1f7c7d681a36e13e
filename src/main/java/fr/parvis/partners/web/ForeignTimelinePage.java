package fr.parvis.partners.web;

import fr.parvis.tracking.TimelineEvent;
import java.util.Comparator;
import java.util.List;

/**
 * A page of all that happened to a case that a partner handles, from its beginning.
 *
 * @param back the page of the case
 * @param number from 0
 */
public record ForeignTimelinePage(String title, String back, List<TimelineEvent> events, int number, boolean more) {

    static final int LENGTH = 50;

    static final String UNDER = "/fil";

    static ForeignTimelinePage of(String title, String back, List<TimelineEvent> all, int number) {
        var sorted = inOrder(all);
        int from = Math.min(sorted.size(), number * LENGTH);
        int to = Math.min(sorted.size(), from + LENGTH);
        return new ForeignTimelinePage(title, back, sorted.subList(from, to), number, to < sorted.size());
    }

    /** What came late stands where it happened. */
    static List<TimelineEvent> inOrder(List<TimelineEvent> events) {
        return events.stream().sorted(Comparator.comparing(TimelineEvent::at)).toList();
    }

    public String href(int page) {
        return back + UNDER + "?page=" + page;
    }
}
