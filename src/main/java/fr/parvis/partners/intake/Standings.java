package fr.parvis.partners.intake;

import fr.parvis.kernel.French;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventData;
import fr.parvis.partners.contract.EventData.Steps;
import fr.parvis.partners.contract.EventData.Todo;
import fr.parvis.partners.contract.EventType;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.Standing.Ask;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event says to the resident, and where the case stands after it. */
final class Standings {

    /** What tells where a case stands, in the timeline. */
    static final String TOLD_WHOLE = "Suivi remis à jour";

    /** What begins a case again that had ended; anything else comes after the end, and changes nothing of it. */
    private static final Set<EventType> REOPENING =
            EnumSet.of(EventType.OPENED, EventType.STATE, EventType.STEP, EventType.ACTION);

    private static final Steps ONE = new Steps(0, 1, null, null);

    private Standings() {}

    /** The event in the timeline. */
    static TimelineEvent told(CaseEvent event, String provider) {
        var data = event.data();
        var actor = data.actor() == null ? provider : provider + ", " + data.actor();
        return new TimelineEvent(event.at(), label(event), data.detail(), actor);
    }

    /** Where the case stands, given where it stood; what an event does not speak of stays as it was. */
    static Standing after(@Nullable Standing before, CaseEvent event) {
        return switch (event.type()) {
            case DECIDED -> ended(before, decided(event), true);
            case CLOSED -> ended(before, "Terminée", true);
            case WITHDRAWN -> ended(before, "Retirée", false);
            case STATE -> underWay(null, event);
            default -> before == null || isUnderWay(before, event) ? underWay(before, event) : before;
        };
    }

    /** A message or a receipt after the end does not undo it; what the resident must do does. */
    private static boolean isUnderWay(Standing before, CaseEvent event) {
        return before.state() == State.OPEN || REOPENING.contains(event.type()) || todo(null, event) != null;
    }

    /** Nobody tells of it any more. */
    static Standing stopped(Standing before) {
        return ended(before, "Suivi arrêté", false);
    }

    private static Standing underWay(@Nullable Standing before, CaseEvent event) {
        var data = event.data();
        var steps = Optional.ofNullable(data.steps()).orElseGet(() -> before == null ? ONE : steps(before));
        var todo = todo(before, event);
        var expected = data.expected();
        return new Standing(
                State.OPEN,
                todo == null ? Move.TOWN : Move.RESIDENT,
                headline(event, todo),
                todo == null ? null : todo.label(),
                todo == null ? null : todo.before(),
                todo == null ? null : Ask.valueOf(todo.kind().name()),
                steps.now(),
                null,
                steps.done(),
                steps.total(),
                Objects.requireNonNullElse(steps.upcoming(), List.of()),
                expected == null ? past(before, Standing::expectedFrom) : expected.from(),
                expected == null ? past(before, Standing::expectedTo) : expected.to(),
                null);
    }

    /** A message or a document ready does not end what the resident must do; a step or an amount paid does. */
    static @Nullable Todo todo(@Nullable Standing before, CaseEvent event) {
        var data = event.data();
        if (data.todo() != null) {
            return data.todo();
        }
        var amount = data.amount();
        if (amount != null) {
            return amount.cents() == 0
                    ? null
                    : new Todo(Todo.Kind.PAYMENT, "Régler " + French.amount(amount.cents()), amount.before());
        }
        return switch (event.type()) {
            case MESSAGE, DOCUMENT, BOOKING -> standing(before);
            default -> null;
        };
    }

    private static @Nullable Todo standing(@Nullable Standing before) {
        return before == null || before.todo() == null
                ? null
                : new Todo(kind(before.ask()), before.todo(), before.todoDue());
    }

    private static Todo.Kind kind(@Nullable Ask before) {
        return before == null ? Todo.Kind.ANSWER : Todo.Kind.valueOf(before.name());
    }

    private static String headline(CaseEvent event, @Nullable Todo todo) {
        if (todo != null) {
            return waiting(todo.kind());
        }
        return switch (event.type()) {
            case DOCUMENT -> "Document prêt";
            case BOOKING -> takesPlace(event.data()) ? "Rendez-vous pris" : "Rendez-vous annulé";
            default -> "En cours";
        };
    }

    private static String waiting(Todo.Kind kind) {
        return switch (kind) {
            case DOCUMENT -> "À compléter";
            case PAYMENT -> "À régler";
            case APPOINTMENT -> "Rendez-vous à prendre";
            case ANSWER -> "À vous de répondre";
        };
    }

    private static Standing ended(@Nullable Standing before, String headline, boolean complete) {
        var steps = before == null ? ONE : steps(before);
        return new Standing(
                State.DONE,
                Move.NOBODY,
                headline,
                null,
                null,
                null,
                null,
                null,
                complete ? steps.total() : steps.done(),
                steps.total(),
                List.of(),
                null,
                null,
                null);
    }

    private static Steps steps(Standing before) {
        return new Steps(before.stepsDone(), before.stepsTotal(), before.nowLabel(), before.upcoming());
    }

    private interface Date {
        @Nullable
        LocalDate of(Standing standing);
    }

    private static @Nullable LocalDate past(@Nullable Standing before, Date date) {
        return before == null ? null : date.of(before);
    }

    private static String label(CaseEvent event) {
        var own = event.data().label();
        return own == null ? usual(event, event.data()) : own;
    }

    private static String usual(CaseEvent event, EventData data) {
        return switch (event.type()) {
            case OPENED -> "Demande déposée";
            case STEP ->
                data.steps() == null || data.steps().now() == null
                        ? "Étape franchie"
                        : data.steps().now();
            case ACTION ->
                data.todo() == null ? "À vous de répondre" : data.todo().label();
            case MESSAGE -> "Message";
            case DOCUMENT -> "Document prêt" + named(data);
            case AMOUNT -> amount(data);
            case BOOKING -> booking(Objects.requireNonNull(data.booking()));
            case DECIDED -> "Décision" + French.NBSP + ": " + decided(event).toLowerCase(java.util.Locale.FRENCH);
            case CLOSED -> "Demande terminée";
            case WITHDRAWN -> "Demande retirée";
            case STATE -> TOLD_WHOLE;
            case FACTS -> throw new IllegalStateException("facts have no timeline");
        };
    }

    private static String named(EventData data) {
        return data.document() == null
                ? ""
                : French.NBSP + ": " + data.document().name();
    }

    private static String booking(EventData.Booking booking) {
        return booking.takesPlace() ? booking.label() : "Annulé" + French.NBSP + ": " + booking.label();
    }

    private static boolean takesPlace(EventData data) {
        return data.booking() != null && data.booking().takesPlace();
    }

    private static String amount(EventData data) {
        var amount = data.amount();
        return amount == null || amount.cents() == 0
                ? "Somme réglée"
                : "À régler" + French.NBSP + ": " + French.amount(amount.cents());
    }

    private static String decided(CaseEvent event) {
        return switch (Objects.requireNonNull(event.data().decision()).outcome()) {
            case ACCEPTED -> "Acceptée";
            case PARTLY_ACCEPTED -> "Acceptée en partie";
            case REFUSED -> "Refusée";
        };
    }
}
