package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Throttle.Guard;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Checks an address and its password. An address without an account takes as long and is slowed down as much as one with
 * an account.
 */
@Service
public class SignIn {

    /** What came of trying. */
    public sealed interface Outcome {

        record Right(Account account) implements Outcome {}

        /** One of the two is wrong; which one is not told. */
        record Wrong() implements Outcome {}

        /** Too many tries; none is looked at before that moment. */
        record Wait(Instant until) implements Outcome {}
    }

    private final AccountTable accounts;
    private final PasswordHashes hashes;
    private final Throttle throttle;

    SignIn(AccountTable accounts, PasswordHashes hashes, Throttle throttle) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.throttle = throttle;
    }

    /** Checks the password of the account of this address, tried from this computer. */
    public Outcome attempt(EmailAddress email, String password, String computer) {
        return throttle.attempt(Guard.COMPUTER, computer)
                .or(() -> throttle.attempt(Guard.PASSWORD, email.value()))
                .<Outcome>map(Outcome.Wait::new)
                .orElseGet(() -> check(email, password, computer));
    }

    private Outcome check(EmailAddress email, String password, String computer) {
        var account = accounts.findUsable(email.value());
        if (!isRight(account, password)) {
            return new Outcome.Wrong();
        }
        throttle.clear(Guard.PASSWORD, email.value());
        throttle.forgive(Guard.COMPUTER, computer);
        return new Outcome.Right(account.orElseThrow());
    }

    private boolean isRight(Optional<Account> account, String password) {
        var hash = account.map(Account::passwordHash);
        if (hash.isEmpty()) {
            hashes.pretend(password);
            return false;
        }
        return hashes.matches(password, hash.get());
    }
}
