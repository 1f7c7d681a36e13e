package fr.parvis.identity.web;

import fr.parvis.identity.Destination;
import fr.parvis.identity.codes.Suite;
import fr.parvis.kernel.web.FormErrors;
import java.util.Optional;

/**
 * The page to sign in.
 *
 * @param place outside the portal that the person signs in for
 * @param happened what the page confirms, or helps to get out of
 */
public record SignInPage(
        String email,
        Suite suite,
        FormErrors errors,
        Happened happened,
        Doors doors,
        Optional<Destination.Place> place) {

    /** What just happened to the person. */
    public enum Happened {
        NOTHING,
        /** They deleted their account. */
        CLOSED,
        /** Too many tried the password of this account, maybe somebody else: the other ways in stay open. */
        SLOWED_DOWN
    }

    SignInPage slowedDown() {
        return new SignInPage(email, suite, errors, Happened.SLOWED_DOWN, doors, place);
    }

    /**
     * The ways in through identity providers.
     *
     * @param franceConnect whether the town offers it
     * @param proConnect whether the town offers it
     * @param said why one did not lead in, and what to do; empty otherwise
     */
    public record Doors(boolean franceConnect, boolean proConnect, String said) {}
}
