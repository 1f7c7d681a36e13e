package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.notifications.Notifications;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the link with FranceConnect for who has another way in; what was proven stays proven. */
@Service
class Unlinking {

    private final Links links;
    private final AccountTable accounts;
    private final Messages messages;
    private final Notifications notifications;

    Unlinking(Links links, AccountTable accounts, Messages messages, Notifications notifications) {
        this.links = links;
        this.accounts = accounts;
        this.messages = messages;
        this.notifications = notifications;
    }

    /** Does nothing for an account without a password, or without a link. */
    @Transactional
    void unlink(UUID id) {
        accounts.find(id)
                .filter(account -> account.hasPassword() && links.isLinked(id))
                .ifPresent(account -> {
                    links.unlink(id);
                    notifications.send(messages.unlinked(account));
                });
    }
}
