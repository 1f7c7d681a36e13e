package fr.parvis.identity.franceconnect;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.notifications.Notifications;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account it is that FranceConnect proved somebody for. Never by e-mail alone: an address may be a couple's, or a
 * former owner's.
 */
@Service
class Reconciliation {

    private final Links links;
    private final CivilIdentityTable identities;
    private final AccountTable accounts;
    private final Messages messages;
    private final Notifications notifications;
    private final Clock clock;

    Reconciliation(
            Links links,
            CivilIdentityTable identities,
            AccountTable accounts,
            Messages messages,
            Notifications notifications,
            Clock clock) {
        this.links = links;
        this.identities = identities;
        this.accounts = accounts;
        this.messages = messages;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What follows from an arrival. */
    sealed interface Outcome {

        /** The account is theirs. */
        record Theirs(UUID account) implements Outcome {}

        /** An account of the same address may be theirs: they must show that it is. */
        record Perhaps(UUID candidate) implements Outcome {}

        /** Several accounts were proven for the same person: an agent must look at them. */
        record Several() implements Outcome {}

        /** The account gives access to the desk, which FranceConnect does not open. */
        record Staff() implements Outcome {}
    }

    @Transactional
    Outcome receive(Arrival arrival) {
        var known = links.account(arrival.issuer(), arrival.sub());
        if (known.isPresent()) {
            return enter(arrival, known.get());
        }
        var samePerson = identities.accountsOf(arrival.identity());
        if (samePerson.size() > 1) {
            return new Outcome.Several();
        }
        if (samePerson.size() == 1) {
            return enter(arrival, samePerson.getFirst());
        }
        return candidate(arrival)
                .<Outcome>map(account -> new Outcome.Perhaps(account.id()))
                .orElseGet(() -> new Outcome.Theirs(open(arrival)));
    }

    /** Links the account whose holder this person showed to be. */
    @Transactional
    Outcome join(Arrival arrival, UUID account) {
        return enter(arrival, account);
    }

    /** Opens an account beside the one of the same address, which is not theirs. */
    @Transactional
    UUID open(Arrival arrival) {
        var identity = arrival.identity();
        var account = new Account(
                UUID.randomUUID(), identity.firstName(), identity.lastName(), arrival.email(), null, false, false);
        accounts.insert(account);
        links.link(arrival, account.id());
        prove(account.id(), identity);
        return account.id();
    }

    /** Those who work for the town keep their own account apart from the one of their desk. */
    private Optional<Account> candidate(Arrival arrival) {
        return arrival.email().isEmpty()
                ? Optional.empty()
                : accounts.findUsable(arrival.email()).filter(account -> !account.staff());
    }

    private Outcome enter(Arrival arrival, UUID id) {
        var account = accounts.find(id).orElseThrow();
        if (account.staff()) {
            return new Outcome.Staff();
        }
        var first = !links.isLinked(id);
        links.link(arrival, id);
        prove(id, arrival.identity());
        accounts.rename(id, arrival.identity().firstName(), arrival.identity().lastName());
        if (first) {
            notifications.send(messages.linked(account));
        }
        return new Outcome.Theirs(id);
    }

    private void prove(UUID account, CivilIdentity identity) {
        identities.prove(
                account,
                new CertifiedIdentity(identity, Prover.FRANCECONNECT, clock.instant(), FranceConnectDoor.LEVEL));
    }
}
