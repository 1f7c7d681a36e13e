package fr.parvis.demo.geocoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The streets the simulator knows, and its answers as GeoCodeJSON features. */
final class Streets {

    private final List<Street> all;

    Streets() {
        try (var csv = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Streets.class.getResourceAsStream("streets.csv")), StandardCharsets.UTF_8))) {
            this.all = csv.lines().skip(1).map(Street::parse).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Map<String, Object>> search(String typed, int limit, @Nullable String postcode) {
        var words = Street.words(typed);
        boolean numbered = !words.isEmpty() && words.getFirst().matches("\\d{1,4}");
        var number = numbered ? words.getFirst() : null;
        var asked = numbered ? words.subList(1, words.size()) : words;
        return asked.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(street -> postcode == null || street.postcode().equals(postcode))
                        .filter(street -> street.matches(asked))
                        .limit(limit)
                        .map(street -> feature(street, number))
                        .toList();
    }

    private static Map<String, Object> feature(Street street, @Nullable String typedNumber) {
        boolean house = typedNumber != null && Integer.parseInt(typedNumber) <= street.last();
        var number = house ? typedNumber : null;
        double lon = street.lon() + (number == null ? 0 : Integer.parseInt(number) * 0.00002);
        return Map.of(
                "type", "Feature",
                "geometry", Map.of("type", "Point", "coordinates", List.of(lon, street.lat())),
                "properties", properties(street, number, lon));
    }

    private static Map<String, Object> properties(Street street, @Nullable String number, double lon) {
        var name = number == null ? street.name() : number + " " + street.name();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("label", name + " " + street.postcode() + " " + street.city());
        properties.put("score", number == null ? 0.72 : 0.96);
        if (number != null) {
            properties.put("housenumber", number);
        }
        properties.put("id", id(street, number));
        properties.put("type", number == null ? "street" : "housenumber");
        properties.put("name", name);
        properties.put("postcode", street.postcode());
        properties.put("citycode", street.citycode());
        // Lambert-93, near enough for a few kilometres around the town
        properties.put("x", Math.round(100 * (643_400 + (lon - 2.2293) * 73_200)) / 100.0);
        properties.put("y", Math.round(100 * (6_863_900 + (street.lat() - 48.8709) * 111_200)) / 100.0);
        properties.put("city", street.city());
        properties.put("context", street.context());
        properties.put("importance", 0.6);
        properties.put("street", street.name());
        properties.put("_type", "address");
        return properties;
    }

    /** The interoperability key: commune, street, number on five digits. */
    private static String id(Street street, @Nullable String number) {
        var key = street.citycode() + "_" + street.code();
        return number == null ? key : key + "_%05d".formatted(Integer.parseInt(number));
    }
}
