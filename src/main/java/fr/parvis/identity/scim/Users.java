package fr.parvis.identity.scim;

import fr.parvis.identity.Accounts;
import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountCare;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.scim.protocol.Outcome;
import fr.parvis.identity.scim.protocol.Refusal;
import fr.parvis.organisation.StaffEvent;
import fr.parvis.organisation.StaffJournal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Colleagues arrive, change and leave because the directory says so; called within {@link Writes}. */
@Service
class Users {

    private static final Refusal LAST_ADMINISTRATOR = Refusal.of(
            HttpStatus.CONFLICT,
            "C’est la dernière personne qui administre Parvis. Nommez-en une autre dans Parvis, puis recommencez.");

    private final UserTable table;
    private final Places places;
    private final Accounts accounts;
    private final AccountTable accountTable;
    private final AccountCare care;
    private final StaffJournal journal;

    Users(
            UserTable table,
            Places places,
            Accounts accounts,
            AccountTable accountTable,
            AccountCare care,
            StaffJournal journal) {
        this.table = table;
        this.places = places;
        this.accounts = accounts;
        this.accountTable = accountTable;
        this.care = care;
        this.journal = journal;
    }

    /** Somebody arrives: they get an account, or are the colleague who has one. */
    Outcome<DirectoryUser> create(Described said) {
        return account(said).then(account -> {
            table.show(account);
            return replace(table.byAccount(account).orElseThrow(), said);
        });
    }

    /** Makes of a person what the directory says. */
    Outcome<DirectoryUser> replace(DirectoryUser user, Described said) {
        var told = user.told(said);
        if (table.isTaken(told.profile().userName(), user.account())) {
            return taken("Une autre personne a déjà ce userName.");
        }
        var kept = told.called(user.profile());
        if (!kept.equals(user)) {
            table.save(kept); // before their places change: who is noted as away finds them again
        }
        places.follow(user.account(), user.profile().department(), said.department());
        if (!told.active() && !places.leave(user.account())) {
            return Outcome.refused(LAST_ADMINISTRATOR);
        }
        boolean arrives = told.active() && places.settle(told, user.profile().quality());
        var next = mayName(told) ? told : kept;
        var email = next.profile().email();
        if (!email.equalsIgnoreCase(user.profile().email()) && !care.moveTo(user.account(), email)) {
            return taken("Un autre compte utilise déjà l’adresse " + email + ".");
        }
        if (!next.equals(kept)) {
            table.rename(next);
            table.save(next);
        }
        if (arrives) {
            places.invite(user.account());
        }
        return Outcome.done(table.find(user.id()).orElseThrow());
    }

    /** The name and address of somebody without a place here are theirs alone, unless they never had the account. */
    private boolean mayName(DirectoryUser user) {
        boolean works = accountTable.find(user.account()).filter(Account::staff).isPresent();
        return user.active() && (works || table.isUntouched(user.account()));
    }

    /** They left, and the directory forgets them; so do we, but for the trace of their places. */
    Outcome<DirectoryUser> remove(DirectoryUser user) {
        if (!places.leave(user.account())) {
            return Outcome.refused(LAST_ADMINISTRATOR);
        }
        places.forget(user.account());
        table.delete(user.id());
        return Outcome.done(user);
    }

    private Outcome<UUID> account(Described said) {
        var known = accountTable.findByEmail(said.email());
        return known.isPresent() ? adopt(known.get()) : open(said);
    }

    private Outcome<UUID> open(Described said) {
        return said.firstName().isEmpty() || said.lastName().isEmpty()
                ? Outcome.refused(Refusal.value("name.givenName et name.familyName manquent."))
                : Outcome.done(opened(accounts.openWithoutPassword(
                        said.firstName().get(), said.lastName().get(), said.email())));
    }

    private UUID opened(UUID account) {
        table.show(account);
        table.noteOpened(account);
        return account;
    }

    /** The account of a resident never becomes an agent's because of its address alone. */
    private Outcome<UUID> adopt(Account account) {
        boolean claimed =
                table.byAccount(account.id()).filter(DirectoryUser::claimed).isPresent();
        if (claimed) {
            return taken("Cette personne existe déjà : cherchez-la par userName, puis modifiez-la.");
        }
        return account.staff() || hasBeenHere(account.id())
                ? Outcome.done(account.id())
                : taken("L’adresse " + account.email() + " est celle du compte d’un habitant, qui ne devient pas agent"
                        + " sans qu’un administrateur le décide dans Parvis, page Agents.");
    }

    private boolean hasBeenHere(UUID account) {
        return journal.of(account).stream().anyMatch(event -> event.by().equals(Optional.of(StaffEvent.DIRECTORY)));
    }

    private static <T> Outcome<T> taken(String reason) {
        return Outcome.refused(Refusal.uniqueness(reason));
    }
}
