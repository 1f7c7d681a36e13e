package fr.parvis.demo.vendors;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Parts of the data of events, as the contract describes them. */
public final class Parts {

    /** The dates of the contract are those of the town. */
    public static final ZoneId TOWN = ZoneId.of("Europe/Paris");

    private Parts() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), TOWN);
    }

    /**
     * What the resident must do.
     *
     * @param kind {@code DOCUMENT}, {@code PAYMENT}, {@code APPOINTMENT} or {@code ANSWER}
     */
    public static Map<String, Object> todo(String kind, String label, LocalDate before) {
        return Map.of("todo", Map.of("kind", kind, "label", label, "before", before.toString()));
    }

    /** What is due; 0 once it is paid. */
    public static Map<String, Object> amount(long cents, LocalDate before) {
        return Map.of("amount", Map.of("cents", cents, "before", before.toString()));
    }

    public static Map<String, Object> booking(String label, OffsetDateTime from, OffsetDateTime to, String place) {
        return Map.of("booking", Map.of("label", label, "from", from.toString(), "to", to.toString(), "place", place));
    }

    /** Where a case stands, at this one of its steps; the first is number 0. */
    public static Map<String, Object> steps(List<String> all, int step) {
        return Map.of(
                "steps",
                Map.of(
                        "done", step,
                        "total", all.size(),
                        "now", all.get(step),
                        "upcoming", all.subList(step + 1, all.size())));
    }

    /**
     * How it was decided.
     *
     * @param outcome {@code ACCEPTED}, {@code PARTLY_ACCEPTED} or {@code REFUSED}
     * @param detail why, in the words that the resident may read
     */
    public static Map<String, Object> decision(String outcome, String detail) {
        return Map.of("decision", Map.of("outcome", outcome), "detail", detail);
    }
}
