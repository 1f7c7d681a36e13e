package fr.parvis.identity.web;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CivilFacts;
import fr.parvis.kernel.French;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's identity as this account holds it.
 *
 * @param certified what was proven; null when nothing was
 * @param franceConnect whether the town offers FranceConnect
 */
public record IdentityPage(
        String fullName, String email, @Nullable Certified certified, boolean franceConnect) {

    /**
     * All that was proven.
     *
     * @param at the day it was proven last
     */
    public record Certified(String by, String at, Map<String, String> facts) {

        static Certified of(CertifiedIdentity identity) {
            return new Certified(identity.by().words(), French.date(identity.at()), CivilFacts.of(identity.civil()));
        }
    }
}
