package fr.parvis.identity.web;

import fr.parvis.kernel.web.FormErrors;

/**
 * A change that a person makes once they showed again who they are.
 *
 * @param email the address of the account; on the page that changes it, the new one as typed
 * @param hasPassword whether there is one already
 */
public record ChangePage(String email, boolean hasPassword, FormErrors errors) {}
