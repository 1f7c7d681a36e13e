package fr.parvis.identity;

import java.util.Optional;

/** Knows the places outside the portal that people sign in for; offered by modules above, for the sign-in page. */
public interface Destination {

    /** The place that this path of ours leads on to; none when it stays here. */
    Optional<Place> of(String path);

    /**
     * A place outside the portal.
     *
     * @param logo the path of a picture
     */
    record Place(String name, String logo) {}
}
