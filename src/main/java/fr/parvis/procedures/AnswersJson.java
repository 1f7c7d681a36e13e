package fr.parvis.procedures;

import fr.parvis.procedures.fields.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers as JSON: texts, numbers and booleans as they are, choices as an array, files as {@code {"files": […]}} and the
 * items of a group as {@code {"items": […]}}; a text still to be corrected is {@code {"mistyped": "…"}}.
 */
final class AnswersJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILES = "files";
    private static final String ITEMS = "items";
    private static final String MISTYPED = "mistyped";

    private AnswersJson() {}

    static Map<String, Value> read(String json) {
        return values(JSON.readTree(json));
    }

    static String write(Map<String, Value> values) {
        return JSON.writeValueAsString(object(values));
    }

    private static Map<String, Value> values(JsonNode object) {
        Map<String, Value> values = new LinkedHashMap<>();
        object.properties()
                .forEach(property ->
                        value(property.getValue()).ifPresent(value -> values.put(property.getKey(), value)));
        return values;
    }

    private static Optional<Value> value(JsonNode node) {
        if (node.isString()) {
            return Optional.of(new Value.Text(node.stringValue()));
        }
        if (node.isBoolean()) {
            return Optional.of(new Value.Flag(node.booleanValue()));
        }
        if (node.isNumber()) {
            return Optional.of(new Value.Numeric(node.decimalValue()));
        }
        if (node.isArray()) {
            return Optional.of(new Value.Choices(node.valueStream()
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .toList()));
        }
        if (node.path(MISTYPED).isString()) {
            return Optional.of(new Value.Mistyped(node.path(MISTYPED).stringValue()));
        }
        if (node.path(FILES).isArray()) {
            return Optional.of(new Value.Files(files(node.path(FILES))));
        }
        return node.path(ITEMS).isArray()
                ? Optional.of(new Value.Items(
                        node.path(ITEMS).valueStream().map(AnswersJson::values).toList()))
                : Optional.empty();
    }

    private static List<FileAnswer> files(JsonNode array) {
        List<FileAnswer> files = new ArrayList<>();
        for (var file : array) {
            files.add(new FileAnswer(
                    UUID.fromString(file.path("id").stringValue()),
                    file.path("name").stringValue(),
                    file.path("mediaType").stringValue(),
                    file.path("size").longValue()));
        }
        return files;
    }

    private static ObjectNode object(Map<String, Value> values) {
        var object = JSON.createObjectNode();
        values.forEach((key, value) -> object.set(key, node(value)));
        return object;
    }

    private static JsonNode node(Value value) {
        var nodes = JSON.getNodeFactory();
        return switch (value) {
            case Value.Text(var text) -> nodes.stringNode(text);
            case Value.Mistyped(var text) -> nodes.objectNode().put(MISTYPED, text);
            case Value.Flag(var yes) -> nodes.booleanNode(yes);
            case Value.Numeric(var number) -> nodes.numberNode(number);
            case Value.Choices(var options) -> {
                var array = nodes.arrayNode();
                options.forEach(array::add);
                yield array;
            }
            case Value.Files(var files) -> nodes.objectNode().set(FILES, array(files));
            case Value.Items(var items) -> {
                var array = nodes.arrayNode();
                items.forEach(item -> array.add(object(item)));
                yield nodes.objectNode().set(ITEMS, array);
            }
        };
    }

    private static ArrayNode array(List<FileAnswer> files) {
        var array = JSON.createArrayNode();
        for (var file : files) {
            array.addObject()
                    .put("id", file.id().toString())
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("size", file.size());
        }
        return array;
    }
}
