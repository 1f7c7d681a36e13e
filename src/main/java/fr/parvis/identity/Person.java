package fr.parvis.identity;

import java.util.UUID;

/** Whose account it is, as other modules may know it. */
public record Person(UUID account, String firstName, String lastName, String email) {

    public String fullName() {
        return firstName + " " + lastName;
    }
}
