package fr.parvis.partners.feeds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A YAML document of names, texts and names under names, which remembers its lines: a mistake is shown where it is.
 *
 * @param text what stands after the name; null when names stand under it
 */
record Outline(int line, @Nullable String text, Map<String, Outline> children) {

    private static final int DEEPEST = 5;

    /** Reads what follows the parser's token; mistakes of form are told by line. */
    static Outline read(JsonParser parser, BiConsumer<Integer, String> mistakes) {
        return read(parser, mistakes, 0);
    }

    private static Outline read(JsonParser parser, BiConsumer<Integer, String> mistakes, int depth) {
        int line = line(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT && depth < DEEPEST) {
            return new Outline(line, null, children(parser, mistakes, depth));
        }
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
            mistakes.accept(line, "Une liste n’a pas sa place ici : séparez les textes par « | ».");
            return new Outline(line, "", Map.of());
        }
        var text = parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getString();
        return new Outline(line, text.strip(), Map.of());
    }

    private static Map<String, Outline> children(JsonParser parser, BiConsumer<Integer, String> mistakes, int depth) {
        Map<String, Outline> children = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int line = line(parser);
            var name = parser.currentName();
            parser.nextToken();
            var child = read(parser, mistakes, depth + 1);
            if (children.put(name, new Outline(line, child.text(), child.children())) != null) {
                mistakes.accept(line, "« " + name + " » est écrit deux fois : gardez une seule ligne.");
            }
        }
        return children;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
