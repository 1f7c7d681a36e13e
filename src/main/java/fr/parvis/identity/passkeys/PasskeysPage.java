package fr.parvis.identity.passkeys;

import fr.parvis.kernel.French;
import fr.parvis.kernel.web.FormErrors;
import java.time.Instant;
import java.util.List;

/**
 * The keys of an account.
 *
 * @param name the name typed for a new one
 * @param done what was just done, which the page confirms; empty for nothing
 */
public record PasskeysPage(List<Passkey> passkeys, String name, String done, FormErrors errors) {

    public PasskeysPage {
        passkeys = List.copyOf(passkeys);
    }

    public String when(Instant at) {
        return French.dateTime(at);
    }
}
