package fr.parvis.identity.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as identity itself knows it.
 *
 * @param email not unique among accounts without a password
 * @param passwordHash null for who signs in with FranceConnect and chose none
 * @param demo an invented person, who may sign in to a demonstration only
 * @param staff works for the town
 */
public record Account(
        UUID id,
        String firstName,
        String lastName,
        String email,
        @Nullable String passwordHash,
        boolean demo,
        boolean staff) {

    public boolean hasPassword() {
        return passwordHash != null;
    }

    @Override
    public String toString() {
        return "Account " + id;
    }
}
