package fr.parvis.identity.confirmation;

import fr.parvis.kernel.web.FormErrors;

/**
 * The page that asks who is there.
 *
 * @param suite where they were going
 * @param hasPassword whether there is one to ask for
 */
public record ConfirmationPage(String email, String suite, boolean hasPassword, FormErrors errors) {}
