package fr.parvis.procedures;

import fr.parvis.procedures.fields.Value;
import fr.parvis.procedures.person.Certificate;
import java.time.Instant;
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
 * items of a group as {@code {"items": […]}}; a text still to be corrected is {@code {"mistyped": "…"}}. A proven
 * answer is {@code {"certified": …, "by": …, "at": …, "level": …}}, one that its field
 * cannot hold {@code {"unheld": …, "by": …}}.
 */
final class AnswersJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FILES = "files";
    private static final String ITEMS = "items";
    private static final String MISTYPED = "mistyped";
    private static final String UNHELD = "unheld";
    private static final String CERTIFIED = "certified";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String LEVEL = "level";

    private AnswersJson() {}

    static Answers read(String json) {
        var object = JSON.readTree(json);
        Map<String, Certificate> certificates = new LinkedHashMap<>();
        object.properties().stream()
                .filter(property -> property.getValue().has(CERTIFIED))
                .forEach(property -> certificates.put(property.getKey(), certificate(property.getValue())));
        return new Answers(values(object), certificates);
    }

    static String write(Answers answers) {
        var object = object(answers.values());
        answers.certificates()
                .forEach((field, certificate) -> object.set(field, certified(object.path(field), certificate)));
        return JSON.writeValueAsString(object);
    }

    private static Certificate certificate(JsonNode node) {
        return new Certificate(
                node.path(BY).stringValue(),
                Instant.parse(node.path(AT).stringValue()),
                node.path(LEVEL).stringValue());
    }

    private static ObjectNode certified(JsonNode value, Certificate certificate) {
        var node = JSON.createObjectNode();
        node.set(CERTIFIED, value);
        return node.put(BY, certificate.by())
                .put(AT, certificate.at().toString())
                .put(LEVEL, certificate.level());
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
        return node.has(CERTIFIED) ? value(node.path(CERTIFIED)) : named(node);
    }

    /** A value that its only or first key tells. */
    private static Optional<Value> named(JsonNode node) {
        if (node.path(MISTYPED).isString()) {
            return Optional.of(new Value.Mistyped(node.path(MISTYPED).stringValue()));
        }
        if (node.path(UNHELD).isString()) {
            return Optional.of(new Value.Unheld(
                    node.path(UNHELD).stringValue(), node.path(BY).stringValue()));
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
            case Value.Unheld(var proven, var by) ->
                nodes.objectNode().put(UNHELD, proven).put(BY, by);
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
