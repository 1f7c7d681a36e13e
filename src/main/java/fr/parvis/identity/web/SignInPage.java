package fr.parvis.identity.web;

import fr.parvis.identity.Destination;
import fr.parvis.kernel.web.FormErrors;
import java.util.Optional;

/**
 * The page to sign in.
 *
 * @param place outside the portal that the person signs in for
 * @param closed whether the person just deleted their account, which the page confirms
 */
public record SignInPage(
        String email, Suite suite, FormErrors errors, boolean closed, Doors doors, Optional<Destination.Place> place) {

    /**
     * The ways in through identity providers.
     *
     * @param franceConnect whether the town offers it
     * @param proConnect whether the town offers it
     * @param said why one did not lead in, and what to do; empty otherwise
     */
    public record Doors(boolean franceConnect, boolean proConnect, String said) {}
}
