package fr.parvis.partners.feeds;

import fr.parvis.partners.feeds.MappingOutcome.Mistake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the document (YAML) that says how a partner's records become events, and shows each mistake on its line. */
public final class MappingReader {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int LONGEST = 20_000;
    private static final String FROM = "de";
    private static final String TABLE = "table";
    private static final String OTHERWISE = "sinon";
    private static final List<String> UNDER_A_FIELD = List.of(FROM, TABLE, OTHERWISE);

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<Field, Source> sources = new EnumMap<>(Field.class);

    private MappingReader() {}

    public static MappingOutcome read(String document) {
        return new MappingReader().outcome(document);
    }

    private MappingOutcome outcome(String document) {
        if (document.length() > LONGEST) {
            mistake(0, "Ce document est trop long : " + LONGEST + " caractères au plus.");
        } else {
            parse(document);
        }
        if (mistakes.isEmpty()) {
            whole();
        }
        return mistakes.isEmpty()
                ? new MappingOutcome.Good(new Mapping(Collections.unmodifiableMap(sources)))
                : new MappingOutcome.Wrong(mistakes.stream()
                        .sorted(Comparator.comparingInt(Mistake::line))
                        .toList());
    }

    private void parse(String document) {
        try (var parser = YAML.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                mistake(1, "Écrivez une ligne par champ, comme « dossier: <numero> ».");
                return;
            }
            Outline.read(parser, this::mistake).children().forEach(this::top);
        } catch (JacksonException malformed) {
            var place = malformed.getLocation();
            mistake(
                    place == null ? 0 : place.getLineNr(),
                    "Cette ligne n’est pas du YAML. Écrivez « champ: valeur », avec des guillemets autour d’un texte"
                            + " qui contient « : » ou « # ».");
        }
    }

    private void top(String name, Outline outline) {
        if (!Field.isGroup(name)) {
            field(name, outline);
        } else if (outline.text() == null) {
            outline.children().forEach((child, value) -> field(name + "." + child, value));
        } else {
            mistake(outline.line(), "Sous « " + name + " », écrivez ses champs, un par ligne et décalés.");
        }
    }

    private void field(String name, Outline outline) {
        Field.of(name)
                .ifPresentOrElse(
                        field -> source(field, outline),
                        () -> mistake(outline.line(), "Le champ « " + name + " » n’existe pas."));
    }

    private void source(Field field, Outline outline) {
        var source = outline.text() == null ? tabled(outline) : new Source(new Phrase(outline.text()), Map.of(), null);
        if (source == null) {
            mistake(
                    strange(outline),
                    "Sous « " + field.label()
                            + " », écrivez « de: <colonne> » et « table: », puis « sinon: » s’il le faut.");
            return;
        }
        if (source.phrase().text().isEmpty()) {
            mistake(outline.line(), "Il manque la valeur de « " + field.label() + " ».");
        }
        constants(field, source, outline);
        sources.put(field, source);
    }

    /** The line of what does not belong under a field, or else of the field. */
    private static int strange(Outline outline) {
        return outline.children().entrySet().stream()
                .filter(child -> !UNDER_A_FIELD.contains(child.getKey()))
                .map(child -> child.getValue().line())
                .findFirst()
                .orElse(outline.line());
    }

    private static @Nullable Source tabled(Outline outline) {
        var children = outline.children();
        var from = children.get(FROM);
        var table = children.get(TABLE);
        boolean known = UNDER_A_FIELD.containsAll(children.keySet());
        if (!known
                || from == null
                || from.text() == null
                || table == null
                || table.children().isEmpty()) {
            return null;
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        table.children()
                .forEach((words, meaning) -> meanings.put(words, Objects.requireNonNullElse(meaning.text(), "")));
        var otherwise = children.get(OTHERWISE);
        return new Source(new Phrase(from.text()), meanings, otherwise == null ? null : otherwise.text());
    }

    /** What does not depend on any record is checked now rather than with the first one. */
    private void constants(Field field, Source source, Outline outline) {
        if (source.table().isEmpty()) {
            if (source.places().isEmpty() && !isAutomatic(field, source)) {
                constant(field, source.phrase().text(), outline.line());
            }
            return;
        }
        var table = Objects.requireNonNull(outline.children().get(TABLE)).children();
        table.forEach((words, meaning) -> constant(field, source.table().getOrDefault(words, ""), meaning.line()));
        if (source.otherwise() != null) {
            constant(
                    field,
                    source.otherwise(),
                    Objects.requireNonNull(outline.children().get(OTHERWISE)).line());
        }
    }

    private void constant(Field field, String text, int line) {
        if (!text.isEmpty() && field.conversion().convert(text).isEmpty()) {
            mistake(
                    line,
                    "« " + text + " » ne convient pas à « " + field.label() + " » : il faut "
                            + field.conversion().wanted() + ".");
        }
    }

    private void whole() {
        for (var needed : List.of(Field.KEY, Field.TYPE)) {
            if (!sources.containsKey(needed)) {
                mistake(0, "Il manque le champ « " + needed.label() + " ».");
            }
        }
        if (Field.people().stream().filter(sources::containsKey).count() != 1) {
            mistake(0, "Dites à qui est le dossier, par un seul de ces champs : personne, sub ou reference.");
        }
        for (var field : sources.keySet()) {
            if (!sources.containsKey(field.lead())) {
                mistake(
                        0,
                        "« " + field.label() + " » ne va pas sans « "
                                + field.lead().label() + " ».");
            }
        }
        var key = sources.get(Field.KEY);
        if (key != null && key.places().isEmpty()) {
            mistake(0, "« dossier » doit nommer une colonne, entre chevrons, comme « dossier: <numero> ».");
        }
    }

    private static boolean isAutomatic(Field field, Source source) {
        return field == Field.SEQUENCE && Field.AUTOMATIC.equals(source.phrase().text());
    }

    private void mistake(int line, String text) {
        mistakes.add(new Mistake(line, text));
    }
}
