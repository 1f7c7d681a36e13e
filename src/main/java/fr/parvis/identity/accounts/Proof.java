package fr.parvis.identity.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that somebody has to prove is theirs, by the code sent to it.
 *
 * @param account whose it is to be; null for an account to open, and when nobody has the address
 * @param newcomer the account to open once proven; null for other purposes
 * @param useful false when no code was sent, because the address may not be used so: nothing is then ever right, which
 *     looks the same as a wrong code
 */
public record Proof(
        Purpose purpose,
        String email,
        @Nullable UUID account,
        @Nullable Newcomer newcomer,
        boolean useful) {

    /** What the proof is for. */
    public enum Purpose {
        SIGN_UP,
        RESET_PASSWORD,
        CHANGE_EMAIL,
        /** To show that an account is one’s own before FranceConnect is linked to it. */
        JOIN_ACCOUNT
    }

    /** Who the account to open is for. */
    public record Newcomer(String firstName, String lastName, String passwordHash) {

        @Override
        public String toString() {
            return "Newcomer";
        }
    }
}
