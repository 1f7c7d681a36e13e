package fr.parvis.identity.accounts;

import fr.parvis.identity.accounts.Throttle.Guard;
import fr.parvis.identity.guessing.Computer;
import fr.parvis.identity.guessing.KnownDevices;
import jakarta.servlet.http.HttpServletRequest;
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
    private final KnownDevices devices;

    SignIn(AccountTable accounts, PasswordHashes hashes, Throttle throttle, KnownDevices devices) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.throttle = throttle;
        this.devices = devices;
    }

    private record Guess(EmailAddress email, String password, Optional<Account> account) {}

    /**
     * Checks the password of the account of this address. Strangers wait when too many guess, each computer for itself and
     * all of them together; a browser that was in the account before counts its own tries only.
     */
    public Outcome attempt(EmailAddress email, String password, HttpServletRequest request) {
        var guess = new Guess(email, password, accounts.findUsable(email.value()));
        return guess.account()
                .flatMap(account -> devices.of(account.id(), request))
                .map(device -> fromKnown(guess, device))
                .orElseGet(() -> fromStranger(guess, Computer.of(request)));
    }

    private Outcome fromKnown(Guess guess, String device) {
        var subject = guess.email().value() + " in " + device;
        return throttle.attempt(Guard.PASSWORD, subject)
                .<Outcome>map(Outcome.Wait::new)
                .orElseGet(() -> check(guess, () -> throttle.clear(Guard.PASSWORD, subject)));
    }

    private Outcome fromStranger(Guess guess, String computer) {
        var email = guess.email().value();
        var subject = email + " from " + computer;
        return throttle.attempt(Guard.COMPUTER, computer)
                .or(() -> throttle.attempt(Guard.PASSWORD, subject))
                .or(() -> throttle.attempt(Guard.ACCOUNT, email))
                .<Outcome>map(Outcome.Wait::new)
                .orElseGet(() -> check(guess, () -> {
                    throttle.clear(Guard.PASSWORD, subject);
                    throttle.forgive(Guard.ACCOUNT, email);
                    throttle.forgive(Guard.COMPUTER, computer);
                }));
    }

    private Outcome check(Guess guess, Runnable onSuccess) {
        if (!isRight(guess.account(), guess.password())) {
            return new Outcome.Wrong();
        }
        onSuccess.run();
        return new Outcome.Right(guess.account().orElseThrow());
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
