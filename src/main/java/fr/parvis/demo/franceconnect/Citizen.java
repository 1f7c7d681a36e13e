package fr.parvis.demo.franceconnect;

import fr.parvis.demo.openid.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An invented person, as FranceConnect tells of them.
 *
 * @param usualName nom d’usage, empty when there is none
 * @param birthdate {@code YYYY-MM-DD}; {@code 00} for what a presumed date does not know
 * @param birthplace INSEE code of the commune, empty when born abroad
 * @param birthcountry INSEE code of the country
 */
record Citizen(
        String id,
        String about,
        String givenName,
        String familyName,
        String usualName,
        String gender,
        String birthdate,
        String birthplace,
        String birthcountry,
        String email)
        implements Subject {

    private static final String FRANCE = "99100";

    static final List<Citizen> ALL = List.of(
            new Citizen(
                    "lea",
                    "née à Suresnes",
                    "Léa Marie",
                    "Fontaine",
                    "",
                    "female",
                    "1991-04-17",
                    "92073",
                    FRANCE,
                    "lea.fontaine@mel.example"),
            new Citizen(
                    "odile",
                    "avec un nom d’usage",
                    "Odile Jeanne",
                    "Perrin",
                    "Marchand",
                    "female",
                    "1957-11-02",
                    "75056",
                    FRANCE,
                    "odile.marchand@mel.example"),
            new Citizen(
                    "rui",
                    "né à l’étranger",
                    "Rui Manuel",
                    "Ferreira",
                    "",
                    "male",
                    "1984-06-30",
                    "",
                    "99139",
                    "rui.ferreira@mel.example"),
            new Citizen(
                    "aminata",
                    "date de naissance présumée",
                    "Aminata",
                    "Diallo",
                    "",
                    "female",
                    "1949-00-00",
                    "",
                    "99330",
                    "aminata.diallo@mel.example"),
            new Citizen(
                    "sacha",
                    "état civil avant correction",
                    "Sacha",
                    "Bonnet",
                    "",
                    "male",
                    "1999-09-09",
                    "92073",
                    FRANCE,
                    "sacha.bonnet@mel.example"),
            new Citizen(
                    "sacha-corrige",
                    "le même après correction",
                    "Sacha Claude",
                    "Bonnet",
                    "",
                    "male",
                    "1999-09-09",
                    "92073",
                    FRANCE,
                    "sacha.bonnet@mel.example"),
            new Citizen(
                    "camille",
                    "deux comptes portent son identité",
                    "Camille Rose",
                    "Duval",
                    "",
                    "unspecified",
                    "1990-02-28",
                    "75112",
                    FRANCE,
                    "camille.duval@mel.example"),
            new Citizen(
                    "paul",
                    "adresse partagée avec son épouse",
                    "Paul",
                    "Garnier",
                    "",
                    "male",
                    "1975-01-12",
                    "69123",
                    FRANCE,
                    "famille.garnier@mel.example"),
            new Citizen(
                    "helene",
                    "adresse partagée avec son époux",
                    "Hélène",
                    "Lemoine",
                    "Garnier",
                    "female",
                    "1976-07-23",
                    "2A004",
                    FRANCE,
                    "famille.garnier@mel.example"),
            new Citizen(
                    "malik",
                    "sans adresse électronique",
                    "Malik",
                    "Benali",
                    "",
                    "male",
                    "1968-03-05",
                    "13055",
                    FRANCE,
                    ""));

    @Override
    public String name() {
        return givenName + " " + familyName;
    }

    @Override
    public Map<String, Object> claims(List<String> scopes) {
        Map<String, Object> claims = new TreeMap<>();
        if (scopes.contains("identite_pivot")) {
            claims.put("given_name", givenName);
            claims.put("given_name_array", List.of(givenName.split(" ")));
            claims.put("family_name", familyName);
            claims.put("gender", gender);
            claims.put("birthdate", birthdate);
            claims.put("birthplace", birthplace);
            claims.put("birthcountry", birthcountry);
        }
        if (scopes.contains("email")) {
            claims.put("email", email);
        }
        if (scopes.contains("preferred_username") && !usualName.isEmpty()) {
            claims.put("preferred_username", usualName);
        }
        return claims;
    }

    /** Pairwise, and made from the civil status: a correction gives another one. */
    @Override
    public String sub(String client) {
        var identity = hash(givenName + familyName + birthdate + gender + birthplace + birthcountry);
        return hash(client + identity + "simulator") + "v1";
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
