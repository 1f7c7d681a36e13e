package fr.parvis.partners.intake;

import fr.parvis.partners.Partner;
import fr.parvis.partners.contract.CaseEvent;
import fr.parvis.partners.contract.EventData.Todo;
import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.handover.Awaited;
import fr.parvis.partners.handover.HandedCases.End;
import fr.parvis.partners.handover.HandedCases.Happening;
import fr.parvis.partners.handover.HandedCases.Turn;
import fr.parvis.tracking.TimelineEvent;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a partner tells of a case of ours, for the module that the case belongs to. */
final class Happenings {

    /** What does not end what the resident must do. */
    private static final Set<EventType> ASIDE =
            Set.of(EventType.OPENED, EventType.MESSAGE, EventType.DOCUMENT, EventType.BOOKING);

    private Happenings() {}

    /** Those that came late first: they change nothing of where the case stands. */
    static List<Happening> of(Partner partner, CaseThread thread) {
        return Stream.concat(
                        thread.late().stream().map(event -> new Happening(told(partner, event), Turn.SAME, null, null)),
                        thread.ready().stream().map(event -> happening(partner, event)))
                .toList();
    }

    private static Happening happening(Partner partner, CaseEvent event) {
        var end = end(event);
        var todo = end == null ? Standings.todo(null, event) : null;
        var turn = todo != null ? Turn.RESIDENT : ASIDE.contains(event.type()) ? Turn.SAME : Turn.PARTNER;
        return new Happening(told(partner, event), turn, todo == null ? null : awaited(todo), end);
    }

    private static Awaited awaited(Todo todo) {
        return new Awaited(todo.label(), todo.kind() == Todo.Kind.DOCUMENT, todo.before());
    }

    /** In our own words for what begins there: for the resident nothing begins. */
    private static TimelineEvent told(Partner partner, CaseEvent event) {
        var told = Standings.told(event, partner.name());
        var own = event.type() == EventType.OPENED && event.data().label() == null;
        var path = event.data().path();
        var onward = path == null ? null : "Suite sur " + partner.page(path);
        var detail = Stream.of(told.detail(), onward).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return new TimelineEvent(
                told.at(),
                own ? "Demande reçue par " + partner.name() : told.label(),
                detail.isEmpty() ? null : detail,
                told.actor());
    }

    private static @Nullable End end(CaseEvent event) {
        return switch (event.type()) {
            case DECIDED ->
                switch (Objects.requireNonNull(event.data().decision()).outcome()) {
                    case ACCEPTED -> End.ACCEPTED;
                    case PARTLY_ACCEPTED -> End.PARTLY_ACCEPTED;
                    case REFUSED -> End.REFUSED;
                };
            case CLOSED -> End.CLOSED;
            case WITHDRAWN -> End.WITHDRAWN;
            default -> null;
        };
    }
}
