package fr.parvis.tracking.web;

import fr.parvis.kernel.French;
import fr.parvis.tracking.LinkedServices.Board;
import fr.parvis.tracking.LinkedServices.Due;
import fr.parvis.tracking.Standing.Ask;
import fr.parvis.tracking.TrackedItem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for the person, asked in a case or by a linked service.
 *
 * @param about the service, the case or the person of the family, and by when
 * @param verb what the button says
 * @param subject what tells this button from others that say the same
 * @param before by when; null when nobody said
 */
public record Task(
        String label,
        String about,
        String verb,
        String subject,
        String href,
        @Nullable LocalDate before) {

    private static final String CASES = "/suivi/";

    private static final Comparator<Task> MOST_URGENT_FIRST =
            Comparator.comparing(Task::before, Comparator.nullsLast(Comparator.naturalOrder()));

    /** All that is asked, the most urgent first; what has no date comes last. */
    static List<Task> all(List<TrackedItem> waiting, Board board, LocalDate today) {
        return Stream.concat(
                        waiting.stream().map(item -> of(item, today)),
                        board.dues().stream().filter(Due::todo).map(due -> of(due, today)))
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    /** Where it is done, when cases lie under this path. */
    public String href(String under) {
        return href.startsWith(CASES) ? under + "/" + href.substring(CASES.length()) : href;
    }

    /** "Médiathèque · Léo". */
    static String whose(Due due) {
        return due.whom() == null ? due.service() : due.service() + " · " + due.whom();
    }

    private static Task of(TrackedItem item, LocalDate today) {
        var standing = item.standing();
        var about = item.provider() == null ? item.title() : item.provider() + " · " + item.title();
        return new Task(
                Objects.requireNonNull(standing.todo(), "it is their move"),
                about + before(standing.todoDue(), today),
                verb(Objects.requireNonNullElse(standing.ask(), Ask.ANSWER)),
                item.title(),
                CASES + item.reference().value(),
                standing.todoDue());
    }

    /** Its label is "Régler la cantine : 84,60 €". */
    private static Task of(Due due, LocalDate today) {
        var fact = due.fact();
        var label = fact.cents() == null ? fact.text() : fact.text() + French.NBSP + ": " + French.amount(fact.cents());
        var about = whose(due) + before(fact.before(), today);
        return new Task(label, about, "Ouvrir", label + ", " + about, due.href(), fact.before());
    }

    private static String verb(Ask ask) {
        return switch (ask) {
            case PAYMENT -> "Payer";
            case DOCUMENT -> "Ajouter la pièce";
            case APPOINTMENT -> "Voir";
            case ANSWER -> "Répondre";
        };
    }

    private static String before(@Nullable LocalDate date, LocalDate today) {
        return date == null ? "" : " · avant " + French.deadline(date, today);
    }
}
