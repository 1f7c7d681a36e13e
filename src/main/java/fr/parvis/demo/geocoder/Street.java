package fr.parvis.demo.geocoder;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A street the simulator knows.
 *
 * @param code the street's code within its commune
 * @param last its highest house number
 */
record Street(
        String code,
        String name,
        String postcode,
        String city,
        String citycode,
        String context,
        double lon,
        double lat,
        int last) {

    /** Reads a line of the resource file, fields separated by semicolons. */
    static Street parse(String line) {
        var fields = line.split(";", -1);
        return new Street(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields[5],
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]),
                Integer.parseInt(fields[8]));
    }

    /** Whether each word asked for begins a word of this street, its postcode or its city. */
    boolean matches(List<String> asked) {
        var own = words(name + " " + postcode + " " + city);
        return asked.stream().allMatch(word -> own.stream().anyMatch(mine -> mine.startsWith(word)));
    }

    /** Words in lower case without accents nor punctuation. */
    static List<String> words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
