package fr.parvis.identity.web;

import fr.parvis.kernel.web.FormErrors;

/**
 * A change that its person confirms with their password.
 *
 * @param email the address of the account; on the page that changes it, the new one as typed
 * @param staff whether the person works for the town
 * @param hasPassword whether there is one to confirm with
 */
public record ConfirmPage(String email, boolean staff, boolean hasPassword, FormErrors errors) {}
