package fr.parvis.identity.desk;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.Person;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.notifications.Notifications;
import fr.parvis.organisation.Roles;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody begins to work for the town: an account if they have none, a first place, and a message that says so. */
@Service
class Welcome {

    private final Accounts accounts;
    private final AccountTable table;
    private final Roles roles;
    private final Messages messages;
    private final Notifications notifications;

    Welcome(Accounts accounts, AccountTable table, Roles roles, Messages messages, Notifications notifications) {
        this.accounts = accounts;
        this.table = table;
        this.roles = roles;
        this.messages = messages;
        this.notifications = notifications;
    }

    boolean isKnown(EmailAddress address) {
        return table.findByEmail(address.value()).isPresent();
    }

    /** How addresses name the colleague. */
    @Transactional
    UUID welcome(ArrivalForm form, PlaceForm place, UUID by) {
        var email = form.address().orElseThrow().value();
        var known = accounts.findByEmail(email).map(Person::account);
        var account = known.orElseGet(
                () -> accounts.openWithoutPassword(form.text(form.firstName()), form.text(form.lastName()), email));
        var colleague = roles.appoint(place.place(account), by);
        notifications.send(messages.invitation(table.find(account).orElseThrow(), known.isEmpty()));
        return colleague;
    }
}
