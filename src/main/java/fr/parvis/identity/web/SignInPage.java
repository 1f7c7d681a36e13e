package fr.parvis.identity.web;

import fr.parvis.kernel.web.FormErrors;

/**
 * The page to sign in.
 *
 * @param closed whether the person just deleted their account, which the page confirms
 */
public record SignInPage(String email, Suite suite, FormErrors errors, boolean closed, Door franceConnect) {

    /**
     * The way in through FranceConnect.
     *
     * @param open whether the town offers it
     * @param said why it did not lead in, and what to do; empty otherwise
     */
    public record Door(boolean open, String said) {}
}
