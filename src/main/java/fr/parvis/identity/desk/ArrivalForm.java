package fr.parvis.identity.desk;

import fr.parvis.identity.accounts.EmailAddress;
import fr.parvis.identity.accounts.PersonName;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who arrives, as typed. */
public record ArrivalForm(
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName) {

    private static final String NO_ACCOUNT = "Aucun compte n’utilise cette adresse" + French.NBSP + ": écrivez ";

    /** What was typed in a field, without the blanks around it. */
    public String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static ArrivalForm empty() {
        return new ArrivalForm("", "", "");
    }

    Optional<EmailAddress> address() {
        return EmailAddress.parse(text(email));
    }

    /** @param known whether the address has an account, whose name is then kept */
    FormErrors errors(boolean known) {
        if (address().isEmpty()) {
            return FormErrors.of("email", "Écrivez l’adresse électronique en entier, comme nom@exemple.fr.");
        }
        var errors = FormErrors.none();
        if (!known && PersonName.parse(text(firstName)).isEmpty()) {
            errors = errors.and("firstName", NO_ACCOUNT + "le prénom pour l’ouvrir.");
        }
        if (!known && PersonName.parse(text(lastName)).isEmpty()) {
            errors = errors.and("lastName", NO_ACCOUNT + "le nom pour l’ouvrir.");
        }
        return errors;
    }
}
