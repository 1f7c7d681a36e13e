package fr.parvis.identity;

import fr.parvis.kernel.French;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** A civil status in words, as its person reads it. */
public final class CivilFacts {

    private static final String FRANCE = "99100";

    private CivilFacts() {}

    /** What was proven, by its name on screen. */
    public static Map<String, String> of(CivilIdentity civil) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Prénoms", civil.givenNames());
        facts.put("Nom de naissance", civil.familyName());
        if (!civil.usualName().isEmpty()) {
            facts.put("Nom d’usage", civil.usualName());
        }
        facts.put("Sexe", gender(civil.gender()));
        facts.put("Date de naissance", birthdate(civil));
        if (!civil.birthplace().isEmpty()) {
            facts.put("Commune de naissance", "code Insee " + civil.birthplace());
        }
        facts.put(
                "Pays de naissance",
                civil.birthcountry().equals(FRANCE) ? "France" : "code Insee " + civil.birthcountry());
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
