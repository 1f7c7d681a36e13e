package fr.parvis.identity.scim;

import static fr.parvis.organisation.StaffEvent.DIRECTORY;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.identity.sessions.SignInJournal;
import fr.parvis.notifications.Notifications;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Membership.Function;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Roles;
import fr.parvis.organisation.Unit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives and withdraws agents' places as the directory says; what was given by hand beside it stays. */
@Component
class Places {

    private final PlaceTable table;
    private final UnitNames units;
    private final Roles roles;
    private final Organisation organisation;
    private final AccountTable accounts;
    private final SignInJournal journal;
    private final Sessions sessions;
    private final Messages messages;
    private final Notifications notifications;

    Places(
            PlaceTable table,
            UnitNames units,
            Roles roles,
            Organisation organisation,
            AccountTable accounts,
            SignInJournal journal,
            Sessions sessions,
            Messages messages,
            Notifications notifications) {
        this.table = table;
        this.units = units;
        this.roles = roles;
        this.organisation = organisation;
        this.accounts = accounts;
        this.journal = journal;
        this.sessions = sessions;
        this.messages = messages;
        this.notifications = notifications;
    }

    /** Gives a person the places that the directory wants for them and that they lack; true for who had none. */
    boolean settle(DirectoryUser user, String formerQuality) {
        var account = accounts.find(user.account()).orElseThrow();
        var quality = user.profile().quality();
        Map<String, Membership> held = organisation.memberships(user.account()).stream()
                .collect(Collectors.toMap(Membership::unit, place -> place));
        var missing = table.units(user.account()).stream()
                .map(unit -> new Membership(user.account(), unit, Function.AGENT, quality))
                .filter(place -> isDue(place, held.get(place.unit()), formerQuality))
                .toList();
        missing.forEach(place -> roles.appoint(place, DIRECTORY));
        return !account.staff() && !missing.isEmpty();
    }

    /** Tells a person that they work here from now on. */
    void invite(UUID id) {
        var account = accounts.find(id).orElseThrow();
        boolean opened = journal.last(id, 1).isEmpty();
        notifications.send(messages.invitation(account, opened));
    }

    /** Moves a person to the unit that their new department names, if it names one, from the unit of the former. */
    void follow(UUID account, Optional<String> former, Optional<String> department) {
        var from = former.flatMap(units::named).map(Unit::id);
        var to = department.flatMap(units::named).map(Unit::id);
        if (!from.equals(to)) {
            from.ifPresent(unit -> withdraw(account, unit));
            to.ifPresent(unit -> table.insert(account, unit));
        }
    }

    /** A place that the directory wants from now on; {@link #settle} gives it. */
    void want(UUID account, String unit) {
        table.insert(account, unit);
    }

    void withdraw(UUID account, String unit) {
        table.delete(account, unit);
        roles.dismiss(account, unit, DIRECTORY);
    }

    /** Everything a person is here, and the sessions of their devices; false, and nothing done, for the last administrator. */
    boolean leave(UUID account) {
        boolean left = roles.withdrawAll(account, DIRECTORY);
        if (left) {
            sessions.endAll(account);
        }
        return left;
    }

    /** Where the directory wanted a person counts no more. */
    void forget(UUID account) {
        table.deleteAll(account);
    }

    private static boolean isDue(Membership wanted, @Nullable Membership held, String formerQuality) {
        if (held == null) {
            return true;
        }
        boolean follows = held.function() == Function.AGENT && held.quality().equals(formerQuality);
        return follows && !held.quality().equals(wanted.quality());
    }
}
