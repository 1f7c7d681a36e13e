package fr.parvis.identity.scim;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who works for the town, as the directory sees them.
 *
 * @param claimed whether the directory has spoken of them; others were added in the desk
 * @param active false once the directory said that they left
 */
record DirectoryUser(
        UUID id, UUID account, boolean claimed, Profile profile, boolean active, Instant created, Instant modified) {

    /** The same person under the name and address that they have. */
    DirectoryUser called(Profile own) {
        var next = new Profile(
                profile.userName(),
                profile.externalId(),
                own.firstName(),
                own.lastName(),
                own.email(),
                profile.title(),
                profile.department());
        return new DirectoryUser(id, account, claimed, next, active, created, modified);
    }

    /** The same person after what was just said. */
    DirectoryUser told(Described said) {
        var next = new Profile(
                said.userName(),
                said.externalId(),
                said.firstName().orElse(profile.firstName()),
                said.lastName().orElse(profile.lastName()),
                said.email(),
                said.title(),
                said.department());
        return new DirectoryUser(id, account, true, next, said.active().orElse(active), created, modified);
    }
}
