package fr.parvis.identity.passkeys;

import fr.parvis.identity.accounts.Account;
import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import java.time.Instant;
import java.util.List;

/**
 * The keys of an account.
 *
 * @param account whose keys they are
 * @param name the name typed for a new one
 * @param done what was just done, which the page confirms; empty for nothing
 */
public record PasskeysPage(Account account, List<Passkey> passkeys, String name, String done, FormErrors errors) {

    public PasskeysPage {
        passkeys = List.copyOf(passkeys);
    }

    /** What opens the account besides; FranceConnect does not let in those who work for the town. */
    public String otherWays() {
        if (account.staff()) {
            return "Votre mot de passe reste utilisable.";
        }
        return account.hasPassword()
                ? "Votre mot de passe et FranceConnect restent utilisables."
                : "FranceConnect reste utilisable.";
    }

    public String when(Instant at) {
        return French.dateTime(at);
    }
}
