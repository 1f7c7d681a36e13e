package fr.parvis.partners.agenda;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.kernel.Town;
import fr.parvis.partners.agenda.Calendar.Entry;
import fr.parvis.partners.agenda.Calendar.When;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.LinkedServices;
import fr.parvis.tracking.LinkedServices.Appointment;
import fr.parvis.tracking.LinkedServices.Due;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TrackedItem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What has a date for a person: appointments, what they must do by a day, what services remind them of. */
@Component
class Agenda {

    /** How far back appointments are kept, for calendars that show last weeks. */
    private static final Duration PAST = Duration.ofDays(30);

    private final Ledger ledger;
    private final LinkedServices services;
    private final Town.Source town;
    private final Settings settings;
    private final Clock clock;

    Agenda(Ledger ledger, LinkedServices services, Town.Source town, Settings settings, Clock clock) {
        this.ledger = ledger;
        this.services = services;
        this.town = town;
        this.settings = settings;
        this.clock = clock;
    }

    Calendar of(UUID account) {
        var board = services.of(account, clock.instant().minus(PAST));
        var entries = Stream.of(
                        board.appointments().stream().map(this::entry),
                        board.dues().stream()
                                .filter(due -> due.fact().before() != null)
                                .map(this::entry),
                        ledger.feed(account).stream().filter(Agenda::isDated).map(this::entry))
                .flatMap(all -> all)
                .toList();
        return new Calendar(town.town().portalName(), entries);
    }

    private static boolean isDated(TrackedItem item) {
        var standing = item.standing();
        return standing.state() == State.OPEN && standing.todo() != null && standing.todoDue() != null;
    }

    private Entry entry(Appointment appointment) {
        return new Entry(
                uid("rendez-vous-" + appointment.key()),
                appointment.toldAt(),
                new When.At(appointment.from(), appointment.to()),
                appointment.label(),
                appointment.service() + "\n" + settings.url("/suivi/" + appointment.reference()),
                appointment.place());
    }

    private Entry entry(Due due) {
        var fact = due.fact();
        return new Entry(
                uid("rappel-" + UUID.nameUUIDFromBytes(due.key().getBytes(StandardCharsets.UTF_8))),
                due.toldAt(),
                day(fact.before()),
                fact.cents() == null ? fact.text() : fact.text() + French.NBSP + French.amount(fact.cents()),
                due.service() + (due.whom() == null ? "" : ", " + due.whom()) + "\n" + settings.url(due.href()),
                null);
    }

    private Entry entry(TrackedItem item) {
        return new Entry(
                uid("a-faire-" + item.reference().value()),
                item.changedAt(),
                day(item.standing().todoDue()),
                Objects.requireNonNull(item.standing().todo()),
                item.title() + "\n" + settings.url("/suivi/" + item.reference().value()),
                null);
    }

    private static When day(@Nullable LocalDate day) {
        return new When.OnDay(Objects.requireNonNull(day, "only what is dated"));
    }

    private String uid(String name) {
        return name + "@" + settings.baseUrl().getHost();
    }
}
