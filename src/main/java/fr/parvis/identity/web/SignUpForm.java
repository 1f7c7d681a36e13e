package fr.parvis.identity.web;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.PasswordRule;
import fr.parvis.identity.accounts.PersonName;
import fr.parvis.identity.accounts.SignUp.Applicant;
import fr.parvis.identity.codes.Suite;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed to ask for an account; absent fields are null. */
record SignUpForm(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String password,
        @Nullable String suite) {

    private static final String LETTERS = " avec des lettres, des espaces, des traits d’union ou des apostrophes.";

    private static final String PASSWORD_AGAIN =
            "Écrivez de nouveau votre mot de passe" + French.NBSP + ": par sécurité, la page ne le garde pas.";

    SignUpPage page(FormErrors errors) {
        return new SignUpPage(text(firstName), text(lastName), text(email), Suite.of(suite), errors);
    }

    /** Who asks; only when there are no {@link #errors}. */
    Applicant applicant() {
        return new Applicant(
                PersonName.parse(text(firstName)).orElseThrow(),
                PersonName.parse(text(lastName)).orElseThrow(),
                EmailAddress.parse(text(email)).orElseThrow(),
                text(password));
    }

    /** What to correct, in the order of the page; the demonstration's addresses are free to use in it alone. */
    FormErrors errors(boolean demo) {
        var errors = FormErrors.none();
        if (PersonName.parse(text(firstName)).isEmpty()) {
            errors = errors.and("firstName", "Écrivez votre prénom" + LETTERS);
        }
        if (PersonName.parse(text(lastName)).isEmpty()) {
            errors = errors.and("lastName", "Écrivez votre nom" + LETTERS);
        }
        Optional<EmailAddress> address = EmailAddress.parse(text(email));
        if (address.isEmpty()) {
            errors = errors.and("email", Texts.EMAIL_SHAPE);
        } else if (address.get().isInvented() && !demo) {
            errors = errors.and("email", Texts.EMAIL_INVENTED);
        }
        var weakness = PasswordRule.check(text(password), text(firstName), text(lastName), text(email));
        if (weakness.isPresent()) {
            return errors.and("password", weakness.get());
        }
        return errors.isEmpty() ? errors : errors.and("password", PASSWORD_AGAIN);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
