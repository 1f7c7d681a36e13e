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

    /** With all that stands in its data hidden, but for its form. */
    public static String masked(String content) {
        try {
            var event = JSON.readTree(content);
            if (event instanceof ObjectNode object) {
                var data = object.get("data");
                if (data != null) {
                    object.set("data", masked("data", data));
                }
                return pretty(object);
            }
            return MASK;
        } catch (JacksonException cutOff) {
            return MASK;
        }
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
