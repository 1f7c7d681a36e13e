package fr.parvis.identity.franceconnect;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CertifiedIdentity.Prover;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.identity.civil.Arrival;
import fr.parvis.identity.civil.CivilIdentityTable;
import fr.parvis.identity.civil.Duplicates;
import fr.parvis.identity.civil.LinkEvent.Kind;
import fr.parvis.identity.civil.Links;
import fr.parvis.identity.factors.SecondFactors;
import fr.parvis.kernel.Reference;
import fr.parvis.notifications.Notifications;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final Duplicates duplicates;
    private final AccountTable accounts;
    private final SecondFactors factors;
    private final Messages messages;
    private final Notifications notifications;
    private final Clock clock;

    Reconciliation(
            Links links,
            CivilIdentityTable identities,
            Duplicates duplicates,
            AccountTable accounts,
            SecondFactors factors,
            Messages messages,
            Notifications notifications,
            Clock clock) {
        this.links = links;
        this.identities = identities;
        this.duplicates = duplicates;
        this.accounts = accounts;
        this.factors = factors;
        this.messages = messages;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What follows from an arrival. */
    sealed interface Outcome {

        /** The account is theirs. */
        record Theirs(UUID account) implements Outcome {}

        /** The account is theirs, and they protect it: it is linked once they showed their second factor. */
        record Guarded(UUID account) implements Outcome {}

        /** One of these accounts may be theirs, by its address or by most of its identity: they must show that it is. */
        record Perhaps(List<UUID> candidates) implements Outcome {

            public Perhaps {
                candidates = List.copyOf(candidates);
            }
        }

        /** Several accounts were proven for the same person: an administrator was asked, under this reference. */
        record Several(Reference reference) implements Outcome {}

        /** Nothing tells where to write to them, and no account is theirs yet. */
        record NoAddress() implements Outcome {}

        /** The account gives access to the desk, which FranceConnect does not open. */
        record Staff() implements Outcome {}
    }

    @Transactional
    Outcome receive(Arrival arrival) {
        var known = links.account(arrival.issuer(), arrival.sub());
        if (known.isPresent()) {
            return join(arrival, known.get());
        }
        var samePerson = identities.accountsOf(arrival.identity());
        return switch (samePerson.size()) {
            case 0 -> stranger(arrival);
            case 1 -> alone(arrival, samePerson.getFirst());
            default -> new Outcome.Several(duplicates.ask(arrival));
        };
    }

    /** Links the account whose holder this person showed to be. */
    @Transactional
    Outcome join(Arrival arrival, UUID id) {
        var account = accounts.find(id).orElseThrow();
        if (account.staff()) {
            return new Outcome.Staff();
        }
        if (links.link(arrival.issuer(), arrival.sub(), id, Kind.LINKED)) {
            notifications.send(messages.linked(account));
        }
        prove(id, arrival.identity());
        accounts.rename(id, arrival.identity().firstName(), arrival.identity().lastName());
        return new Outcome.Theirs(id);
    }

    /** Opens an account beside those that are not theirs, unless by now one is. */
    @Transactional
    Outcome openApart(Arrival arrival) {
        var outcome = receive(arrival);
        return outcome instanceof Outcome.Perhaps ? openIfReachable(arrival) : outcome;
    }

    private Outcome openIfReachable(Arrival arrival) {
        return arrival.email().isEmpty() ? new Outcome.NoAddress() : new Outcome.Theirs(open(arrival));
    }

    private UUID open(Arrival arrival) {
        var identity = arrival.identity();
        var account = new Account(
                UUID.randomUUID(), identity.firstName(), identity.lastName(), arrival.email(), null, false, false);
        accounts.insert(account);
        links.link(arrival.issuer(), arrival.sub(), account.id(), Kind.LINKED);
        prove(account.id(), identity);
        return account.id();
    }

    private Outcome alone(Arrival arrival, UUID id) {
        var account = accounts.find(id).orElseThrow();
        return !account.staff() && factors.areRequired(id) ? new Outcome.Guarded(id) : join(arrival, id);
    }

    private Outcome stranger(Arrival arrival) {
        var candidates = candidates(arrival);
        if (!candidates.isEmpty()) {
            return new Outcome.Perhaps(candidates);
        }
        return openIfReachable(arrival);
    }

    /** Those who work for the town keep their own account apart from the one of their desk. */
    private List<UUID> candidates(Arrival arrival) {
        var like = accounts.findAll(identities.accountsLike(arrival.identity())).stream();
        var sameAddress = accounts.findUsable(arrival.email()).stream()
                .filter(account -> isNobodyElse(account.id(), arrival.identity()));
        return Stream.concat(sameAddress, like)
                .filter(account -> !account.staff())
                .map(Account::id)
                .distinct()
                .toList();
    }

    /** An account proven for somebody else stays theirs, even for who reads the same e-mails. */
    private boolean isNobodyElse(UUID account, CivilIdentity identity) {
        return identities
                .find(account)
                .filter(proven -> !proven.civil().mayBeSamePersonAs(identity))
                .isEmpty();
    }

    private void prove(UUID account, CivilIdentity identity) {
        identities.prove(
                account,
                new CertifiedIdentity(identity, Prover.FRANCECONNECT, clock.instant(), FranceConnectDoor.LEVEL));
    }
}
