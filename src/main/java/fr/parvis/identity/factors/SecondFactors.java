package fr.parvis.identity.factors;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.Messages;
import fr.parvis.identity.accounts.Throttle;
import fr.parvis.identity.accounts.Throttle.Guard;
import fr.parvis.identity.passkeys.Passkeys;
import fr.parvis.identity.sessions.Method;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Settings;
import fr.parvis.notifications.Notifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who must show a second factor, and whether what they show is right. Each change is told by e-mail, so that a theft
 * does not go unseen.
 */
@Service
public class SecondFactors {

    private final AccountTable accounts;
    private final Authenticators authenticators;
    private final RecoveryCodes codes;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Messages messages;
    private final Notifications notifications;
    private final boolean demo;

    SecondFactors(
            AccountTable accounts,
            Authenticators authenticators,
            RecoveryCodes codes,
            Passkeys passkeys,
            Sessions sessions,
            Throttle throttle,
            Messages messages,
            Notifications notifications,
            Settings settings) {
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.throttle = throttle;
        this.messages = messages;
        this.notifications = notifications;
        this.demo = settings.demo();
    }

    /** What came of typing a code. */
    sealed interface Outcome {

        record Right(Method method) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Too many tries; none is looked at before that moment. */
        record Wait(Instant until) implements Outcome {}
    }

    /** What an account has to show besides its password. */
    public record State(Optional<Instant> applicationSince, int codesLeft, int passkeys, boolean compulsory) {}

    State state(Account account) {
        return new State(
                authenticators.since(account.id()),
                codes.left(account.id()),
                passkeys.of(account.id()).size(),
                account.staff());
    }

    /** Those who work for the town, and who installed an application of their own will. */
    public boolean areRequired(UUID account) {
        return accounts.find(account).filter(Account::staff).isPresent() || hasApplication(account);
    }

    boolean hasApplication(UUID account) {
        return authenticators.since(account).isPresent();
    }

    /** Whether there is anything to show; who has nothing yet, and needs it, installs an application on the way in. */
    public boolean hasAny(UUID account) {
        return hasApplication(account) || !passkeys.of(account).isEmpty();
    }

    /** Checks a code of the application, or one of the recovery codes. */
    @Transactional
    Outcome check(Account account, String typed) {
        return guarded(account, () -> {
            if (authenticators.check(account.id(), typed)) {
                return Optional.of(Method.TOTP);
            }
            if (codes.use(account.id(), typed)) {
                notifications.send(messages.security(
                        account,
                        "Un code de secours a servi",
                        "Un code de secours de votre compte a été utilisé. Il vous en reste " + codes.left(account.id())
                                + "."));
                return Optional.of(Method.TOTP);
            }
            return Optional.empty();
        });
    }

    /** Gives an invented person an application, whose codes the demonstration shows. */
    @Transactional
    public void equip(UUID invented) {
        authenticators.prepare(invented);
        authenticators.confirm(invented, authenticators.preparedCode(invented).orElseThrow());
    }

    byte[] prepare(UUID account) {
        return authenticators.prepare(account);
    }

    /** Takes the prepared application once a code of it is right. */
    @Transactional
    Outcome install(Account account, String typed) {
        return guarded(account, () -> {
            if (!authenticators.confirm(account.id(), typed)) {
                return Optional.empty();
            }
            notifications.send(messages.security(
                    account,
                    "Validation en deux étapes activée",
                    "Une application d’authentification protège maintenant votre compte" + French.NBSP
                            + ": son code sera demandé à chaque connexion."));
            return Optional.of(Method.TOTP);
        });
    }

    /** Takes the application and its recovery codes away; those who must have one install another at once. */
    @Transactional
    void remove(Account account) {
        authenticators.remove(account.id());
        codes.forget(account.id());
        notifications.send(messages.security(
                account,
                "Validation en deux étapes retirée",
                "L’application d’authentification de votre compte a été retirée, avec les codes de secours."));
    }

    /** Forgets all that a colleague lost; their devices are signed out, and they install an application anew. */
    @Transactional
    public void reset(Account account) {
        authenticators.remove(account.id());
        codes.forget(account.id());
        passkeys.forget(account.id());
        sessions.endAll(account.id());
        notifications.send(messages.security(
                account,
                "Validation en deux étapes à réinstaller",
                "Un administrateur a retiré l’application et les clés d’accès de votre compte" + French.NBSP
                        + ": vous en installerez une nouvelle à la prochaine connexion."));
    }

    /** New recovery codes, to show once. */
    @Transactional
    List<String> renewCodes(Account account) {
        var renewed = codes.renew(account.id());
        notifications.send(messages.security(
                account,
                "Nouveaux codes de secours",
                "De nouveaux codes de secours ont été créés pour votre compte. Les précédents ne servent plus."));
        return renewed;
    }

    /** In a demonstration, the code that an invented person would read on their phone. */
    Optional<String> demoCode(Account account) {
        return demo && account.demo() ? authenticators.code(account.id()) : Optional.empty();
    }

    /** The same, of the application they are installing. */
    Optional<String> demoPreparedCode(Account account) {
        return demo && account.demo() ? authenticators.preparedCode(account.id()) : Optional.empty();
    }

    private interface Check {
        Optional<Method> run();
    }

    private Outcome guarded(Account account, Check check) {
        var subject = account.id().toString();
        var until = throttle.attempt(Guard.SECOND_FACTOR, subject);
        if (until.isPresent()) {
            return new Outcome.Wait(until.get());
        }
        var method = check.run();
        method.ifPresent(right -> throttle.clear(Guard.SECOND_FACTOR, subject));
        return method.<Outcome>map(Outcome.Right::new).orElseGet(Outcome.Wrong::new);
    }
}
