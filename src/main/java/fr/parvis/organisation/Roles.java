package fr.parvis.organisation;

import fr.parvis.organisation.StaffEvent.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives and withdraws places in units and offices; each is noted with who did it. */
@Service
public class Roles {

    private final RoleTable table;
    private final StaffJournal journal;
    private final ApplicationEventPublisher events;

    Roles(RoleTable table, StaffJournal journal, ApplicationEventPublisher events) {
        this.table = table;
        this.journal = journal;
        this.events = events;
    }

    /** Those who have a role, in no order. */
    public List<Colleague> colleagues() {
        return table.colleagues();
    }

    /** Somebody who has a role, or had one. */
    public Optional<Colleague> find(UUID colleague) {
        return table.find(colleague);
    }

    /**
     * Gives a person a place in a unit; replaces the one they had there. Publishes {@link Appointed}.
     *
     * @param by who decides; null for the program itself
     * @return how addresses name the person
     */
    @Transactional
    public UUID appoint(Membership place, @Nullable UUID by) {
        table.insert(place);
        journal.note(Kind.GIVEN, place, by);
        events.publishEvent(new Appointed(place.account()));
        return table.colleague(place.account());
    }

    /** Gives a person an office. Publishes {@link Appointed}; does nothing when they have it. */
    @Transactional
    public void give(UUID account, Office office, @Nullable UUID by) {
        if (table.insert(account, office)) {
            table.colleague(account);
            journal.note(Kind.GIVEN, account, office, by);
            events.publishEvent(new Appointed(account));
        }
    }

    /** Withdraws a place. Publishes {@link Dismissed}; does nothing when they do not have it. */
    @Transactional
    public void dismiss(UUID account, String unit, UUID by) {
        table.delete(account, unit).ifPresent(place -> {
            journal.note(Kind.WITHDRAWN, place, by);
            tell(account);
        });
    }

    /** Withdraws an office; false, and nothing done, for the last administrator. Publishes {@link Dismissed}. */
    @Transactional
    public boolean withdraw(UUID account, Office office, UUID by) {
        if (office == Office.ADMINISTRATOR && table.isLastAdministrator(account)) {
            return false;
        }
        if (table.delete(account, office)) {
            journal.note(Kind.WITHDRAWN, account, office, by);
            tell(account);
        }
        return true;
    }

    /** Withdraws whatever a person is; false, and nothing done, for the last administrator. Publishes {@link Dismissed}. */
    @Transactional
    public boolean withdrawAll(UUID account, UUID by) {
        if (table.isLastAdministrator(account)) {
            return false;
        }
        var places = table.deletePlaces(account);
        var offices = table.deleteOffices(account);
        places.forEach(place -> journal.note(Kind.WITHDRAWN, place, by));
        offices.forEach(office -> journal.note(Kind.WITHDRAWN, account, office, by));
        if (!places.isEmpty() || !offices.isEmpty()) {
            tell(account);
        }
        return true;
    }

    private void tell(UUID account) {
        events.publishEvent(new Dismissed(account, !table.hasAny(account)));
    }
}
