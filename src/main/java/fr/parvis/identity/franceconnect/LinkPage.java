package fr.parvis.identity.franceconnect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * FranceConnect and this account.
 *
 * @param facts what was proven, by its name on screen
 */
public record LinkPage(boolean linked, boolean hasPassword, Map<String, String> facts) {

    static Map<String, String> facts(CivilIdentity identity) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Prénoms", identity.givenNames());
        facts.put("Nom de naissance", identity.familyName());
        if (!identity.usualName().isEmpty()) {
            facts.put("Nom d’usage", identity.usualName());
        }
        facts.put("Date de naissance", birthdate(identity.birthdate()));
        return facts;
    }

    /** Day, month and year, or as much of them as a presumed date knows. */
    private static String birthdate(String iso) {
        var parts = iso.split("-", -1);
        return parts[1].equals("00")
                ? parts[0]
                : parts[2].equals("00") ? parts[1] + "/" + parts[0] : parts[2] + "/" + parts[1] + "/" + parts[0];
    }
}
