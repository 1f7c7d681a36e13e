package fr.parvis.identity.accounts;

import fr.parvis.organisation.Appointed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes on the account that its holder works for the town, so that residents' requests look up no places in units. */
@Component
class StaffListener {

    private final AccountTable accounts;

    StaffListener(AccountTable accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void on(Appointed appointed) {
        accounts.markStaff(appointed.account());
    }
}
