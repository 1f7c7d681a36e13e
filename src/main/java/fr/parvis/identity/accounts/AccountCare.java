package fr.parvis.identity.accounts;

import fr.parvis.identity.AccountClosed;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.accounts.Throttle.Guard;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.notifications.Notifications;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to an account by its holder; each is told by e-mail, so that a theft does not go unseen. */
@Service
public class AccountCare {

    private final AccountTable accounts;
    private final Proofs proofs;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Messages messages;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;

    AccountCare(
            AccountTable accounts,
            Proofs proofs,
            Sessions sessions,
            Throttle throttle,
            Messages messages,
            Notifications notifications,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.sessions = sessions;
        this.throttle = throttle;
        this.messages = messages;
        this.notifications = notifications;
        this.events = events;
    }

    /** Whether the account's address is free to sign in with: an address opens one account only. */
    public boolean mayHavePassword(Account account) {
        return accounts.findByEmail(account.email())
                .filter(other -> !other.id().equals(account.id()))
                .isEmpty();
    }

    /** Changes the password to one already checked and hashed, and signs every device out. */
    @Transactional
    public void changePassword(Account account, String passwordHash) {
        accounts.changePassword(account.id(), passwordHash);
        proofs.forget(account.id());
        sessions.endAll(account.id());
        throttle.clear(Guard.ACCOUNT, account.email());
        notifications.send(messages.passwordChanged(account));
    }

    /** Changes the address to the one that was proven; false when it was taken meanwhile or is another person's proof. */
    @Transactional
    public boolean changeEmail(UUID id, Proof proven) {
        if (proven.purpose() != Purpose.CHANGE_EMAIL || !id.equals(proven.account())) {
            return false;
        }
        return moveTo(id, proven.email());
    }

    /** Changes the address to one that somebody answers for; false when another account has it. */
    @Transactional
    public boolean moveTo(UUID id, String email) {
        Optional<Account> former = accounts.find(id);
        var changed = former.isPresent() && accounts.changeEmail(id, email);
        if (changed) {
            proofs.forget(id); // a code on its way to the former address must open nothing
            notifications.send(messages.emailChanged(former.get()));
        }
        return changed;
    }

    /** Erases the account; modules that keep something of its holder erase or detach it in the same transaction. */
    @Transactional
    public void close(Account account) {
        events.publishEvent(new AccountClosed(account.id(), account.email()));
        accounts.delete(account.id());
        notifications.send(messages.closed(account));
    }
}
