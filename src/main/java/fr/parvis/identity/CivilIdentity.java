package fr.parvis.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

    /**
     * Whether one pivot field alone differs, as after a correction of the civil status. The day of birth and the first
     * given name must be the same: twins, who have all the rest in common, are not told of each other.
     */
    public boolean mayBeSamePersonAs(CivilIdentity other) {
        var mine = pivot();
        var theirs = other.pivot();
        long differences = IntStream.range(0, mine.size())
                .filter(field -> !mine.get(field).equals(theirs.get(field)))
                .count();
        return differences == 1
                && birthdate.equals(other.birthdate)
                && firstOf(mine.getFirst()).equals(firstOf(theirs.getFirst()));
    }

    /**
     * Whether somebody of this civil status may go by this name: one of the given names, or an initial written alone, and
     * a last name. Members of a family often share an initial.
     */
    public boolean mayBeCalled(String firstName, String lastName) {
        var called = plain(firstName).replace(".", "");
        var end = called.length() == 1 ? "" : " "; // a whole name, but for an initial
        return !called.isEmpty()
                && (" " + plain(givenNames) + " ").contains(" " + called + end)
                && List.of(plain(familyName), plain(lastName())).contains(plain(lastName));
    }

    /** The first of the given names, by which the portal greets. */
    public String firstName() {
        return firstOf(givenNames);
    }

    /** The name a person goes by. */
    public String lastName() {
        return usualName.isEmpty() ? familyName : usualName;
    }

    /** Whether the day of birth is known; a presumed date knows only its year, or its month. */
    public boolean hasWholeBirthdate() {
        return !birthdate.contains("-00");
    }

    private static String firstOf(String names) {
        return names.split(" ", 2)[0];
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
