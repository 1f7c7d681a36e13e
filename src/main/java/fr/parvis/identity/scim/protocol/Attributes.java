package fr.parvis.identity.scim.protocol;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes of an object, whose names have no case (RFC 7643, section 2.1). */
public final class Attributes {

    private Attributes() {}

    /** The value of an attribute; empty for none, and for null, which means none. */
    public static Optional<JsonNode> find(JsonNode object, String name) {
        var value = object.get(spelling(object, name));
        return Optional.ofNullable(value).filter(found -> !found.isNull());
    }

    /** A text without the blanks around it; empty for none and for a blank one. */
    public static Optional<String> text(JsonNode object, String name) {
        return find(object, name)
                .filter(JsonNode::isString)
                .map(value -> value.stringValue().strip())
                .filter(value -> !value.isEmpty());
    }

    /** What {@code value} says, also when it is written as a text, as Entra ID does: "False". */
    public static Optional<Boolean> bool(JsonNode value) {
        return switch (value.asString().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The attribute's name as the object spells it; as given when it has none. */
    static String spelling(JsonNode object, String name) {
        return object.isObject()
                ? object.propertyNames().stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElse(name)
                : name;
    }

    static void set(ObjectNode object, String name, JsonNode value) {
        object.set(spelling(object, name), value);
    }

    static void remove(ObjectNode object, String name) {
        object.remove(spelling(object, name));
    }

    /** Writes each attribute of {@code from} over those of {@code object}. */
    static void merge(ObjectNode object, ObjectNode from) {
        from.properties().forEach(attribute -> set(object, attribute.getKey(), attribute.getValue()));
    }
}
