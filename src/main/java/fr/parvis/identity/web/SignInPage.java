package fr.parvis.identity.web;

import fr.parvis.kernel.web.FormErrors;

/**
 * The page to sign in.
 *
 * @param closed whether the person just deleted their account, which the page confirms
 */
public record SignInPage(String email, Suite suite, FormErrors errors, boolean closed) {}
