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

    /** The same person after what was just said; the name and address of who has left are theirs alone. */
    DirectoryUser told(Described said) {
        boolean here = said.active().orElse(active);
        var next = new Profile(
                said.userName(),
                said.externalId(),
                here ? said.firstName().orElse(profile.firstName()) : profile.firstName(),
                here ? said.lastName().orElse(profile.lastName()) : profile.lastName(),
                here ? said.email() : profile.email(),
                said.title(),
                said.department());
        return new DirectoryUser(id, account, true, next, here, created, modified);
    }
}
