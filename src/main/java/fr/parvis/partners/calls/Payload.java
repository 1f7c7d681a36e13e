package fr.parvis.partners.calls;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event as its engineer reads it: with its lines, and without what it says of a person unless that is wanted. */
public final class Payload {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 60;
    private static final String MASK = "•••";

    /** Members that say nothing of anybody. */
    private static final Set<String> PLAIN = Set.of("kind", "outcome", "done", "total");

    /** What CloudEvents puts around the data; anything else there is an extension that we do not know. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "sequence",
            "sequencetype",
            "datacontenttype",
            "dataschema");

    private Payload() {}

    /** Whole. */
    public static String whole(String content) {
        try {
            return pretty(JSON.readTree(content));
        } catch (JacksonException cutOff) {
            return content;
        }
    }

    /** "unknown-person · case.step · INS-1"; only the reason when the event is not there or cannot be read. */
    static String title(Refused refused) {
        return Stream.of(refused.code(), member(refused, "type"), member(refused, "subject"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String member(Refused refused, String name) {
        try {
            var value = JSON.readTree(refused.content()).path(name).asString("");
            var known = value.replaceFirst("^fr\\.parvis\\.(.+)\\.v\\d+$", "$1");
            return known.length() > LONGEST ? known.substring(0, LONGEST) + "…" : known;
        } catch (JacksonException cutOff) {
            return "";
        }
    }

    /** Whether it is an event at all, rather than a line of a table or a record of a list. */
    public static boolean isEvent(String content) {
        try {
            return isEvent(JSON.readTree(content));
        } catch (JacksonException cutOff) {
            return false;
        }
    }

    /** With all that may tell of somebody hidden, but for the form of an event. */
    public static String masked(String content) {
        try {
            var node = JSON.readTree(content);
            if (!isEvent(node)) {
                return MASK;
            }
            var event = (ObjectNode) node;
            event.properties().stream()
                    .filter(member -> !ATTRIBUTES.contains(member.getKey())
                            || !member.getValue().isValueNode())
                    .forEach(member -> event.set(member.getKey(), masked(member.getKey(), member.getValue())));
            return pretty(event);
        } catch (JacksonException cutOff) {
            return MASK;
        }
    }

    private static boolean isEvent(JsonNode node) {
        return node.path("specversion").isString() && node.path("type").isString();
    }

    private static JsonNode masked(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> object.set(member.getKey(), masked(member.getKey(), member.getValue())));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(name, array.get(i)));
            }
            return array;
        }
        return PLAIN.contains(name) || node.isNull()
                ? node
                : JSON.getNodeFactory().stringNode(MASK);
    }

    private static String pretty(JsonNode node) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
