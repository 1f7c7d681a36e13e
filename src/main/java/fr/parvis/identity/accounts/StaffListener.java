package fr.parvis.identity.accounts;

import fr.parvis.identity.sessions.Sessions;
import fr.parvis.organisation.Appointed;
import fr.parvis.organisation.Dismissed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes on the account that its holder works for the town, so that residents' requests look up no places in units. */
@Component
class StaffListener {

    private final AccountTable accounts;
    private final Sessions sessions;

    StaffListener(AccountTable accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @EventListener
    void on(Appointed appointed) {
        accounts.markStaff(appointed.account(), true);
    }

    /** A person who left keeps an account, as any resident; their devices begin again. */
    @EventListener
    void on(Dismissed dismissed) {
        if (dismissed.gone()) {
            accounts.markStaff(dismissed.account(), false);
            sessions.endAll(dismissed.account());
        }
    }
}
