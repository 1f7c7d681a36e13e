package fr.parvis.identity.civil;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.identity.civil.Candidates.Candidate;
import fr.parvis.identity.civil.Duplicate.Answer;
import fr.parvis.identity.civil.Duplicates.Subject;
import fr.parvis.identity.civil.LinkEvent.Kind;
import fr.parvis.kernel.French;
import fr.parvis.notifications.Notifications;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An administrator says which of several accounts is a person's, or that none may be opened. Told to the addresses of
 * these accounts only, and to none of them what another one is.
 */
@Service
class Settlement {

    private final Duplicates duplicates;
    private final Candidates candidates;
    private final Links links;
    private final Messages messages;
    private final Notifications notifications;
    private final Clock clock;

    Settlement(
            Duplicates duplicates,
            Candidates candidates,
            Links links,
            Messages messages,
            Notifications notifications,
            Clock clock) {
        this.duplicates = duplicates;
        this.candidates = candidates;
        this.links = links;
        this.messages = messages;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** What came of an answer. */
    enum Outcome {
        DONE,
        /** Somebody answered meanwhile. */
        OVERTAKEN,
        /** The account is not, or no longer, one of those: nothing was linked. */
        NOT_THEIRS
    }

    /** From now on this account is the one that FranceConnect opens. */
    @Transactional
    Outcome link(UUID id, UUID chosen, UUID by) {
        var concerned = concerned(id);
        var account = concerned.stream()
                .filter(one -> one.id().equals(chosen) && !one.staff())
                .findFirst();
        if (account.isEmpty()) {
            return concerned.isEmpty() ? Outcome.OVERTAKEN : Outcome.NOT_THEIRS;
        }
        var answer = new Answer(Optional.of(chosen), Optional.empty(), clock.instant(), by);
        var answered = duplicates.answer(id, answer);
        answered.ifPresent(subject -> link(subject, account.get(), concerned));
        return answered.isPresent() ? Outcome.DONE : Outcome.OVERTAKEN;
    }

    /** None of them: the reason stays in the desk. */
    @Transactional
    Outcome refuse(Duplicate duplicate, String reason, UUID by) {
        var concerned = concerned(duplicate.id());
        var answer = new Answer(Optional.empty(), Optional.of(reason), clock.instant(), by);
        if (duplicates.answer(duplicate.id(), answer).isEmpty()) {
            return Outcome.OVERTAKEN;
        }
        tell(
                concerned,
                "Une entrée par FranceConnect n’a pas été ouverte",
                "Quelqu’un, sans doute vous, a voulu entrer par FranceConnect. Plusieurs comptes portent la même"
                        + " identité" + French.NBSP + ": après vérification, nous n’avons lié FranceConnect à aucun."
                        + " Vos autres façons d’entrer restent ouvertes. Pour en parler, appelez-nous avec la"
                        + " référence " + duplicate.reference().value() + ".");
        return Outcome.DONE;
    }

    private void link(Subject subject, Account account, List<Account> concerned) {
        links.link(subject.issuer(), subject.sub(), account.id(), Kind.LINKED_BY_TOWN);
        notifications.send(messages.linked(account));
        tell(
                concerned.stream()
                        .filter(one -> !one.email().equalsIgnoreCase(account.email()))
                        .toList(),
                "FranceConnect ouvre un autre de vos comptes",
                "Plusieurs comptes portent votre identité. À votre demande, nous avons lié FranceConnect à un autre que"
                        + " celui-ci, qui reste ouvert par son mot de passe s’il en a un.");
    }

    private void tell(List<Account> accounts, String subject, String what) {
        accounts.forEach(account -> notifications.send(messages.security(account, subject, what)));
    }

    private List<Account> concerned(UUID id) {
        return duplicates.find(id).flatMap(Duplicate::identity).map(candidates::of).orElseGet(List::of).stream()
                .map(Candidate::account)
                .toList();
    }
}
