package fr.parvis.partners.feeds;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A text with places for what stands in a record: {@code Inscription au cours de <cours>}. A place names a column or,
 * beginning with a slash, points into a JSON object (RFC 6901): {@code </eleve/nom>}.
 */
record Phrase(String text) {

    private static final Pattern PLACE = Pattern.compile("<([^<>]{1,200})>");

    /** The places of the text. */
    Set<String> places() {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toSet());
    }

    /** Whether it says the same for every record. */
    boolean isConstant() {
        return places().isEmpty();
    }

    /** The text for this record; empty when it is made of places that are all empty there. */
    String fill(JsonNode record) {
        boolean empty = places().stream().allMatch(place -> value(place, record).isEmpty());
        return empty && !places().isEmpty()
                ? ""
                : PLACE.matcher(text)
                        .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(value(place.group(1), record)))
                        .strip();
    }

    private static String value(String place, JsonNode record) {
        var node = at(place, record);
        return node.isValueNode() && !node.isNull() ? node.asString().strip() : "";
    }

    /** What stands there; a missing node when nothing does. */
    static JsonNode at(String place, JsonNode record) {
        return place.startsWith("/") ? record.at(place) : record.path(place);
    }
}
