package fr.parvis.identity.confirmation;

import fr.parvis.kernel.web.FormErrors;

/**
 * The page that asks who is there.
 *
 * @param suite where they were going
 */
public record ConfirmationPage(String email, String suite, Ways ways, FormErrors errors) {

    /** What this person can show: a password, a passkey, their account at FranceConnect. */
    public record Ways(boolean password, boolean passkey, boolean franceConnect) {}
}
