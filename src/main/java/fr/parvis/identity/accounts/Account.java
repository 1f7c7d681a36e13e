package fr.parvis.identity.accounts;

import java.util.UUID;

/**
 * An account as identity itself knows it.
 *
 * @param demo an invented person, who may sign in to a demonstration only
 * @param staff works for the town
 */
public record Account(
        UUID id, String firstName, String lastName, String email, String passwordHash, boolean demo, boolean staff) {

    @Override
    public String toString() {
        return "Account " + id;
    }
}
