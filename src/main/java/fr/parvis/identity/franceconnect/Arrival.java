package fr.parvis.identity.franceconnect;

import fr.parvis.identity.CivilIdentity;

/**
 * Somebody whom FranceConnect proved.
 *
 * @param sub who it is for this service: pairwise, and another one after a correction of the civil status
 * @param email not unique: a couple may share one
 * @param idToken kept with the session, to sign out of FranceConnect too
 */
record Arrival(String issuer, String sub, CivilIdentity identity, String email, String idToken) {

    @Override
    public String toString() {
        return "Arrival";
    }
}
