package fr.parvis.identity.scim;

import java.util.Optional;

/**
 * A colleague, in the directory's words.
 *
 * @param userName what the directory calls them; their address as long as it has not spoken of them
 */
record Profile(
        String userName,
        Optional<String> externalId,
        String firstName,
        String lastName,
        String email,
        Optional<String> title,
        Optional<String> department) {

    private static final String USUAL = "Agent";
    private static final int LONGEST_QUALITY = 80;

    /** The quality that their decisions state: their title, when it fits there. */
    String quality() {
        return title.filter(words -> words.length() <= LONGEST_QUALITY).orElse(USUAL);
    }
}
