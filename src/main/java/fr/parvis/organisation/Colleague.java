package fr.parvis.organisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A person who works for the town, or did.
 *
 * @param id names them in addresses; not their account
 */
public record Colleague(UUID id, UUID account, List<Membership> places, Set<Office> offices) {

    public Colleague {
        places = List.copyOf(places);
        offices = Set.copyOf(offices);
    }

    /** Whether they have any role left. */
    public boolean isHere() {
        return !places.isEmpty() || !offices.isEmpty();
    }
}
