package fr.parvis.identity;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.CivilIdentityTable;
import fr.parvis.identity.accounts.PasswordHashes;
import fr.parvis.identity.accounts.PasswordRule;
import fr.parvis.identity.factors.SecondFactors;
import fr.parvis.kernel.Token;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The accounts, as other modules may use them. */
@Service
public class Accounts {

    private final AccountTable table;
    private final CivilIdentityTable identities;
    private final PasswordHashes hashes;
    private final SecondFactors factors;
    private final RandomGenerator random;

    Accounts(
            AccountTable table,
            CivilIdentityTable identities,
            PasswordHashes hashes,
            SecondFactors factors,
            RandomGenerator random) {
        this.table = table;
        this.identities = identities;
        this.hashes = hashes;
        this.factors = factors;
        this.random = random;
    }

    /** What a new account needs; the password is checked against the rules and hashed, the e-mail taken as proven. */
    public record NewAccount(String firstName, String lastName, String email, String password, boolean demo) {}

    /** Opens an account whose e-mail address is already proven and has no account yet. */
    public UUID open(NewAccount account) {
        PasswordRule.check(account.password(), account.firstName(), account.lastName(), account.email())
                .ifPresent(weakness -> {
                    throw new IllegalArgumentException(weakness);
                });
        var id = UUID.randomUUID();
        var opened = table.insert(new Account(
                id,
                account.firstName(),
                account.lastName(),
                account.email(),
                hashes.hash(account.password()),
                account.demo(),
                false));
        if (!opened) {
            throw new IllegalArgumentException("this address already has an account");
        }
        return id;
    }

    /** Opens an account whose password nobody knows: its holder chooses one with « mot de passe oublié ». */
    public UUID openWithoutPassword(String firstName, String lastName, String email) {
        return open(
                new NewAccount(firstName, lastName, email, Token.next(random).value(), false));
    }

    /** Gives an invented person the authenticator application that colleagues need; the demonstration shows its codes. */
    public void equip(UUID invented) {
        factors.equip(invented);
    }

    public Optional<Person> find(UUID account) {
        return table.find(account).map(Accounts::person);
    }

    /** What was proven of this person, by whom and when; empty for who has only said who they are. */
    public Optional<CertifiedIdentity> certified(UUID account) {
        return identities.find(account);
    }

    public Optional<Person> findByEmail(String email) {
        return table.findByEmail(email).map(Accounts::person);
    }

    /** Several people at once, by account; those gone are left out. */
    public Map<UUID, Person> people(Collection<UUID> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : table.findAll(accounts).stream().collect(Collectors.toMap(Account::id, Accounts::person));
    }

    private static Person person(Account account) {
        return new Person(account.id(), account.firstName(), account.lastName(), account.email());
    }
}
