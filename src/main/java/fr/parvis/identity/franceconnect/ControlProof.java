package fr.parvis.identity.franceconnect;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Codes;
import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.Proof;
import fr.parvis.identity.accounts.Proof.Purpose;
import fr.parvis.identity.accounts.SignIn;
import fr.parvis.identity.franceconnect.Arrivals.Pending;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Shows that one of the accounts that may be a person's is: its password, or a code sent to its own address. Neither
 * tells whether the address typed is that of one of them.
 */
@Service
class ControlProof {

    private final AccountTable accounts;
    private final SignIn signIn;
    private final Codes codes;

    ControlProof(AccountTable accounts, SignIn signIn, Codes codes) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.codes = codes;
    }

    /** As slow to guess as at the sign-in page; right for another account counts as wrong. */
    SignIn.Outcome password(Pending pending, EmailAddress address, String password, HttpServletRequest request) {
        return switch (signIn.attempt(address, password, request)) {
            case SignIn.Outcome.Right(var account)
            when !pending.candidates().contains(account.id()) -> new SignIn.Outcome.Wrong();
            case SignIn.Outcome outcome -> outcome;
        };
    }

    /** Sends a code to the address; where no account can be linked by it, a message that says so. */
    Codes.Sending send(Pending pending, EmailAddress address, String computer) {
        var account = accounts.findAll(pending.candidates()).stream()
                .filter(one -> one.email().equalsIgnoreCase(address.value()))
                .filter(one -> isSafe(pending, one))
                .findFirst();
        var id = account.map(Account::id).orElse(null);
        return codes.send(new Proof(Purpose.JOIN_ACCOUNT, address.value(), id, null, account.isPresent()), computer);
    }

    /** The account whose address the code proved; empty when it changed meanwhile. */
    Optional<UUID> account(Pending pending, Proof proven) {
        return Optional.ofNullable(proven.account())
                .filter(pending.candidates()::contains)
                .flatMap(accounts::find)
                .filter(account -> account.email().equalsIgnoreCase(proven.email()))
                .map(Account::id);
    }

    /** Who shares an address reads the codes of both: the name must be theirs too. */
    private static boolean isSafe(Pending pending, Account account) {
        return pending.arrival().identity().mayBeCalled(account.firstName(), account.lastName());
    }
}
