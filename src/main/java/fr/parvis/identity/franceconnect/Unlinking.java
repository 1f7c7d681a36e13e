package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.identity.civil.Links;
import fr.parvis.identity.passkeys.Passkeys;
import fr.parvis.notifications.Notifications;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the link with FranceConnect for who has another way in; what was proven stays proven. */
@Service
class Unlinking {

    private final Links links;
    private final AccountTable accounts;
    private final Passkeys passkeys;
    private final Messages messages;
    private final Notifications notifications;

    Unlinking(Links links, AccountTable accounts, Passkeys passkeys, Messages messages, Notifications notifications) {
        this.links = links;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.messages = messages;
        this.notifications = notifications;
    }

    /** Whether the account opens without FranceConnect too: by its password, or a key of its person's device. */
    boolean isPossible(Account account) {
        return account.hasPassword() || !passkeys.of(account.id()).isEmpty();
    }

    /** Does nothing for an account that nothing else opens, or without a link. */
    @Transactional
    void unlink(UUID id) {
        accounts.find(id)
                .filter(account -> isPossible(account) && links.isLinked(id))
                .ifPresent(account -> {
                    links.unlink(id);
                    notifications.send(messages.unlinked(account));
                });
    }
}
