package fr.parvis.identity.confirmation;

import fr.parvis.identity.accounts.Account;
import fr.parvis.identity.accounts.AccountTable;
import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.SignIn;
import fr.parvis.identity.accounts.SignIn.Outcome;
import fr.parvis.identity.guessing.Wait;
import fr.parvis.identity.sessions.Sessions;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.FormErrors;
import fr.parvis.kernel.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** The account of the person signed in, and the check that it is still them before anything that matters changes. */
@Component
public class Holder {

    public static final String PASSWORD_MISSING = "Écrivez votre mot de passe.";

    private static final String PASSWORD_WRONG =
            "Ce n’est pas votre mot de passe actuel. Réessayez, ou choisissez-en un nouveau après vous être déconnecté.";
    private static final String SIGN_IN_AGAIN =
            "Par sécurité, montrez de nouveau qui vous êtes, puis recommencez dans les dix minutes.";

    private final AccountTable accounts;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Wait wait;

    Holder(AccountTable accounts, SignIn signIn, Sessions sessions, Wait wait) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
        this.wait = wait;
    }

    /** The account; a page not found when it was deleted meanwhile. */
    public Account account(Viewer viewer) {
        return accounts.find(viewer.account()).orElseThrow(NotFoundException::new);
    }

    /**
     * What is wrong with the password typed to confirm, as slow to guess as at the sign-in page; none when right. Who has
     * no password confirms by having signed in a moment ago.
     */
    public FormErrors confirm(
            Account account, String password, HttpServletRequest request, HttpServletResponse response) {
        if (!account.hasPassword()) {
            return sessions.isConfirmed(request, ConfirmationRule.TO_BEGIN)
                    ? FormErrors.none()
                    : FormErrors.of("currentPassword", SIGN_IN_AGAIN);
        }
        if (password.isEmpty()) {
            return FormErrors.of("currentPassword", PASSWORD_MISSING);
        }
        var email = new EmailAddress(account.email());
        return switch (signIn.attempt(email, password, request)) {
            case Outcome.Right(var right) -> FormErrors.none();
            case Outcome.Wrong() -> FormErrors.of("currentPassword", PASSWORD_WRONG);
            case Outcome.Wait(var until) -> FormErrors.of("currentPassword", wait.tell(until, response));
        };
    }
}
