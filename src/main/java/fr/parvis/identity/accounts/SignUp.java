package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Proof.Newcomer;
import fr.parvis.identity.accounts.Proof.Purpose;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Opens accounts: asked for first, opened once the address is proven. */
@Service
public class SignUp {

    private final AccountTable accounts;
    private final PasswordHashes hashes;
    private final Codes codes;

    SignUp(AccountTable accounts, PasswordHashes hashes, Codes codes) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.codes = codes;
    }

    /** Who wants an account. */
    public record Applicant(PersonName firstName, PersonName lastName, EmailAddress email, String password) {

        @Override
        public String toString() {
            return "Applicant";
        }
    }

    /** Sends a code to the address; to an address that has an account, a message that says so. */
    public Codes.Sending ask(Applicant applicant, String computer) {
        var newcomer = new Newcomer(
                applicant.firstName().value(), applicant.lastName().value(), hashes.hash(applicant.password()));
        var free = accounts.findByEmail(applicant.email().value()).isEmpty();
        return codes.send(new Proof(Purpose.SIGN_UP, applicant.email().value(), null, newcomer, free), computer);
    }

    /** Opens the account whose address is proven; empty when the address got an account meanwhile. */
    public Optional<UUID> open(Proof proven) {
        var newcomer = proven.newcomer();
        if (newcomer == null) {
            throw new IllegalStateException("a sign-up without its newcomer");
        }
        var account = new Account(
                UUID.randomUUID(),
                newcomer.firstName(),
                newcomer.lastName(),
                proven.email(),
                newcomer.passwordHash(),
                false,
                false);
        return accounts.insert(account) ? Optional.of(account.id()) : Optional.empty();
    }
}
