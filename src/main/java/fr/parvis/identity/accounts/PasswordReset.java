package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Proof.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Lets the holder of an address choose a new password for the account of that address. */
@Service
public class PasswordReset {

    private final AccountTable accounts;
    private final AccountCare care;
    private final PasswordHashes hashes;
    private final Codes codes;

    PasswordReset(AccountTable accounts, AccountCare care, PasswordHashes hashes, Codes codes) {
        this.accounts = accounts;
        this.care = care;
        this.hashes = hashes;
        this.codes = codes;
    }

    /** Sends a code to the address; to an address without an account, a message that says so. */
    public Codes.Sending ask(EmailAddress email, String computer) {
        var account = accounts.findUsable(email.value());
        var id = account.map(Account::id).orElse(null);
        return codes.send(new Proof(Purpose.RESET_PASSWORD, email.value(), id, null, account.isPresent()), computer);
    }

    /** Sets the password, already checked, and signs every device out; empty when the account is gone or
     * has another address since. */
    public Optional<UUID> choose(Proof proven, String password) {
        var id = proven.account();
        if (id == null) {
            return Optional.empty();
        }
        var hash = hashes.hash(password);
        return accounts.find(id)
                .filter(account -> account.email().equalsIgnoreCase(proven.email()))
                .map(account -> {
                    care.changePassword(account, hash);
                    return id;
                });
    }
}
