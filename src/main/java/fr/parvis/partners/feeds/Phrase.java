package fr.parvis.partners.feeds;

import fr.parvis.partners.contract.SitePath;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
        return fill(record, UnaryOperator.identity());
    }

    /** As a path: a value that is a part of it is encoded whole; one that begins it may be a path itself. */
    String fillPath(JsonNode record) {
        return SitePath.spelled(text.startsWith("<") ? fill(record) : fill(record, SitePath::encoded));
    }

    private String fill(JsonNode record, UnaryOperator<String> spelling) {
        boolean empty = places().stream().allMatch(place -> value(place, record).isEmpty());
        return empty && !places().isEmpty()
                ? ""
                : PLACE.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(spelling.apply(value(place.group(1), record))))
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
