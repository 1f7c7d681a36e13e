package fr.parvis.identity.passkeys;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.identity.passkeys.Options.Party;
import fr.parvis.identity.passkeys.PasskeyTable.Credential;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Town;
import fr.parvis.notifications.Notifications;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of accounts. Each one added or removed is told by e-mail. */
@Service
public class Passkeys {

    private final PasskeyTable table;
    private final Challenges challenges;
    private final WebAuthn webAuthn;
    private final AccountTable accounts;
    private final Town.Source town;
    private final Messages messages;
    private final Notifications notifications;

    Passkeys(
            PasskeyTable table,
            Challenges challenges,
            WebAuthn webAuthn,
            AccountTable accounts,
            Town.Source town,
            Messages messages,
            Notifications notifications) {
        this.table = table;
        this.challenges = challenges;
        this.webAuthn = webAuthn;
        this.accounts = accounts;
        this.town = town;
        this.messages = messages;
        this.notifications = notifications;
    }

    /** The keys of an account, the oldest first. */
    public List<Passkey> of(UUID account) {
        return table.of(account);
    }

    /** What the browser is asked for to add a key to this account. */
    Options.Creation askToAdd(Account account) {
        var party = new Party(webAuthn.relyingParty(), town.town().portalName());
        return Options.creation(account, party, challenges.issue(account.id()), table.credentialIds(account.id()));
    }

    /** What the browser is asked for to sign in, whoever it is. */
    Options.Request askToSignIn() {
        return Options.request(webAuthn.relyingParty(), challenges.issue(null));
    }

    /** Adds the key that the browser answered with; false when the answer is not right, or comes too late. */
    @Transactional
    boolean add(Account account, String name, String answer) {
        var added = webAuthn.readNew(answer)
                .filter(made -> challenges.use(made.challenge(), account.id()))
                .flatMap(webAuthn::check)
                .filter(credential -> table.insert(account.id(), name, credential));
        added.ifPresent(credential -> notifications.send(messages.security(
                account,
                "Clé d’accès ajoutée",
                "La clé d’accès «" + French.NBSP + name + French.NBSP
                        + "» permet maintenant d’entrer dans votre compte sans mot de passe.")));
        return added.isPresent();
    }

    /** Whose key signed the answer; empty when the answer is not right, or comes too late. */
    @Transactional
    Optional<Account> prove(String answer) {
        return webAuthn.read(answer)
                .filter(signed -> challenges.use(signed.challenge(), null))
                .flatMap(signed -> table.find(signed.credentialId())
                        .filter(owned -> noteUse(webAuthn.check(signed, owned.credential())))
                        .flatMap(owned -> accounts.find(owned.account())));
    }

    private boolean noteUse(Optional<Credential> checked) {
        checked.ifPresent(now -> table.used(now.id(), now.backedUp(), now.signCount()));
        return checked.isPresent();
    }

    /** Removes all of them, without a word: whoever asks tells the person. */
    public void forget(UUID account) {
        table.of(account).forEach(passkey -> table.delete(account, passkey.id()));
    }

    void rename(UUID account, UUID id, String name) {
        table.rename(account, id, name);
    }

    @Transactional
    void remove(Account account, Passkey passkey) {
        if (table.delete(account.id(), passkey.id())) {
            notifications.send(messages.security(
                    account,
                    "Clé d’accès retirée",
                    "La clé d’accès «" + French.NBSP + passkey.name() + French.NBSP + "» n’ouvre plus votre compte."));
        }
    }
}
