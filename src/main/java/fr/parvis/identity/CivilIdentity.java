package fr.parvis.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A person's civil status as FranceConnect gives it: the six pivot fields, and the name in use.
 *
 * @param givenNames all of them, space separated
 * @param familyName name at birth
 * @param usualName nom d’usage; empty when there is none
 * @param gender {@code male}, {@code female} or {@code unspecified}
 * @param birthdate {@code YYYY-MM-DD}, with {@code 00} for what a presumed date does not know
 * @param birthplace INSEE code of the commune; empty when born abroad
 * @param birthcountry INSEE code of the country, 99100 for France
 */
public record CivilIdentity(
        String givenNames,
        String familyName,
        String usualName,
        String gender,
        String birthdate,
        String birthplace,
        String birthcountry) {

    /** Whether all six pivot fields are the same; accents, capitals, hyphens and apostrophes do not count. */
    public boolean isSamePersonAs(CivilIdentity other) {
        return pivot().equals(other.pivot());
    }

    /** The first of the given names, by which the portal greets. */
    public String firstName() {
        return givenNames.split(" ", 2)[0];
    }

    /** The name a person goes by. */
    public String lastName() {
        return usualName.isEmpty() ? familyName : usualName;
    }

    /** Whether the day of birth is known; a presumed date knows only its year, or its month. */
    public boolean hasWholeBirthdate() {
        return !birthdate.contains("-00");
    }

    private List<String> pivot() {
        return List.of(plain(givenNames), plain(familyName), gender, birthdate, birthplace, birthcountry);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[-'’\\s]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "CivilIdentity";
    }
}
