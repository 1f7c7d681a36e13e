package fr.parvis.procedures.loading;

import fr.parvis.kernel.French;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a document, read key by key; it knows its place, so that what is wrong can be pointed at. Whoever has read
 * all its keys calls {@link #end}, which refuses any other: a misspelt key is not silently ignored.
 */
final class Section {

    private final String file;
    private final String place;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    Section(String file, String place, JsonNode node) {
        this.file = file;
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw wrong("écrivez ici des lignes « clé: valeur »");
        }
    }

    String text(String key) {
        var text = optionalText(key);
        if (text == null) {
            throw wrong(key, "cette ligne manque, ajoutez un texte");
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        var value = value(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode() || value.asString().isBlank()) {
            throw wrong(key, "écrivez un texte, sur une ligne ou entre guillemets");
        }
        return French.typeset(value.asString().strip());
    }

    /** A condition, which typography would break. */
    String formula(String key) {
        text(key);
        return value(key).asString().strip();
    }

    String textOr(String key, String usual) {
        var text = optionalText(key);
        return text == null ? usual : text;
    }

    int number(String key, int min, int max) {
        var value = value(key);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.asInt() < min || value.asInt() > max) {
            throw wrong(key, "écrivez un nombre entier de " + min + " à " + max);
        }
        return value.asInt();
    }

    int numberOr(String key, int usual, int min, int max) {
        return has(key) ? number(key, min, max) : usual;
    }

    boolean flag(String key) {
        var value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(key, "écrivez true ou false");
        }
        return value.asBoolean(false);
    }

    List<String> texts(String key) {
        var value = value(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()
                || value.valueStream()
                        .anyMatch(item -> !item.isValueNode() || item.asString().isBlank())) {
            throw wrong(key, "écrivez une liste de textes, un par ligne après un tiret");
        }
        return value.valueStream()
                .map(item -> French.typeset(item.asString().strip()))
                .toList();
    }

    Section section(String key) {
        return new Section(file, at(key), value(key));
    }

    List<Section> sections(String key) {
        var value = value(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(key, "écrivez une liste, chaque élément après un tiret");
        }
        return IntStream.range(0, value.size())
                .mapToObj(index -> new Section(file, at(key) + "[" + (index + 1) + "]", value.get(index)))
                .toList();
    }

    List<Section> someSections(String key) {
        var sections = sections(key);
        if (sections.isEmpty()) {
            throw wrong(key, "cette liste ne peut pas être vide");
        }
        return sections;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** A text that must be one that {@code parse} knows. */
    <T> T known(String key, Function<String, Optional<T>> parse, String expected) {
        return parse.apply(text(key)).orElseThrow(() -> wrong(key, "écrivez " + expected));
    }

    void end() {
        for (var key : node.propertyNames()) {
            if (!read.contains(key)) {
                throw wrong(key, "cette clé n’est pas connue ici, corrigez-la ou retirez-la");
            }
        }
    }

    WrongProcedureException wrong(String key, String fix) {
        return new WrongProcedureException(file, at(key), fix);
    }

    WrongProcedureException wrong(String fix) {
        return new WrongProcedureException(file, place, fix);
    }

    private JsonNode value(String key) {
        read.add(key);
        return node.path(key);
    }

    private String at(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
