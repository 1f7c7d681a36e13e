package fr.parvis.identity.web;

import fr.parvis.identity.CertifiedIdentity;
import fr.parvis.identity.CivilIdentity;
import fr.parvis.kernel.French;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's identity as this account holds it.
 *
 * @param certified what was proven; null when nothing was
 * @param franceConnect whether the town offers FranceConnect
 */
public record IdentityPage(
        String fullName, String email, @Nullable Certified certified, boolean franceConnect) {

    private static final String FRANCE = "99100";

    /** One thing proven, in words. */
    public record Fact(String label, String value) {}

    /**
     * All that was proven.
     *
     * @param at the day it was proven last
     */
    public record Certified(String by, String at, List<Fact> facts) {

        static Certified of(CertifiedIdentity identity) {
            return new Certified(identity.by().words(), French.date(identity.at()), inWords(identity.civil()));
        }
    }

    private static List<Fact> inWords(CivilIdentity civil) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Prénoms", civil.givenNames()));
        facts.add(new Fact("Nom de naissance", civil.familyName()));
        if (!civil.usualName().isEmpty()) {
            facts.add(new Fact("Nom d’usage", civil.usualName()));
        }
        facts.add(new Fact("Sexe", gender(civil.gender())));
        facts.add(new Fact("Date de naissance", birthdate(civil)));
        if (!civil.birthplace().isEmpty()) {
            facts.add(new Fact("Commune de naissance", "code Insee " + civil.birthplace()));
        }
        facts.add(new Fact(
                "Pays de naissance",
                civil.birthcountry().equals(FRANCE) ? "France" : "code Insee " + civil.birthcountry()));
        return facts;
    }

    private static String gender(String code) {
        return switch (code) {
            case "female" -> "féminin";
            case "male" -> "masculin";
            default -> "non précisé";
        };
    }

    /** The day in words, or as much of it as a presumed date knows. */
    private static String birthdate(CivilIdentity civil) {
        if (civil.hasWholeBirthdate()) {
            return French.date(LocalDate.parse(civil.birthdate()));
        }
        var parts = civil.birthdate().split("-", -1);
        var known = parts[1].equals("00") ? parts[0] : parts[1] + "/" + parts[0];
        return known + " (date présumée, le jour n’est pas connu)";
    }
}
