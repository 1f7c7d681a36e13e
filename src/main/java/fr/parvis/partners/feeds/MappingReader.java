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
import java.util.Optional;
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
    private static final String LINES = "lignes";
    private static final int MOST_LINES = 20;
    private static final List<String> UNDER_A_FIELD = List.of(FROM, TABLE, OTHERWISE);

    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<Field, Source> sources = new EnumMap<>(Field.class);
    private final List<FactLine> lines = new ArrayList<>();

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
        var mapping = new Mapping(Collections.unmodifiableMap(sources), List.copyOf(lines));
        if (mistakes.isEmpty()) {
            Wholeness.mistakes(mapping).forEach(text -> mistake(0, text));
        }
        return mistakes.isEmpty()
                ? new MappingOutcome.Good(mapping)
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
        if (name.equals(LINES)) {
            lines(outline);
        } else if (!Field.isGroup(name)) {
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
                        field -> source(field.slot(), outline).ifPresent(source -> sources.put(field, source)),
                        () -> unknown(name, outline));
    }

    /** Lines of what a person has there, each under a name of its own. */
    private void lines(Outline outline) {
        if (outline.children().isEmpty() || outline.children().size() > MOST_LINES) {
            mistake(
                    outline.line(),
                    "Sous « lignes », donnez un nom à chaque ligne (" + MOST_LINES
                            + " au plus), et décalez dessous son « texte » et ce qui va avec.");
        }
        outline.children().forEach(this::line);
    }

    private void line(String name, Outline outline) {
        Map<FactLine.Part, Source> parts = new EnumMap<>(FactLine.Part.class);
        outline.children()
                .forEach((child, value) -> FactLine.Part.of(child)
                        .ifPresentOrElse(
                                part -> source(part.slot(name), value).ifPresent(source -> parts.put(part, source)),
                                () -> unknown(LINES + "." + name + "." + child, value)));
        if (!outline.children().containsKey("texte")) {
            mistake(outline.line(), "La ligne « " + name + " » n’a pas de « texte », décalé sous son nom.");
        }
        lines.add(new FactLine(name, Collections.unmodifiableMap(parts)));
    }

    private void unknown(String name, Outline outline) {
        mistake(outline.line(), "Le champ « " + name + " » n’existe pas.");
    }

    private Optional<Source> source(Source.Slot slot, Outline outline) {
        var source = outline.text() == null ? tabled(outline) : new Source(new Phrase(outline.text()), Map.of(), null);
        if (source == null) {
            mistake(
                    strange(outline),
                    "Sous « " + slot.label()
                            + " », écrivez « de: <colonne> » et « table: », puis « sinon: » s’il le faut.");
            return Optional.empty();
        }
        if (source.phrase().text().isEmpty()) {
            mistake(outline.line(), "Il manque la valeur de « " + slot.label() + " ».");
        }
        constants(slot, source, outline);
        return Optional.of(source);
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
        Map<String, Phrase> meanings = new LinkedHashMap<>();
        table.children().forEach((words, meaning) -> meanings.put(words, phrase(meaning)));
        var otherwise = children.get(OTHERWISE);
        return new Source(new Phrase(from.text()), meanings, otherwise == null ? null : phrase(otherwise));
    }

    private static Phrase phrase(Outline outline) {
        return new Phrase(Objects.requireNonNullElse(outline.text(), ""));
    }

    /** What does not depend on any record is checked now rather than with the first one. */
    private void constants(Source.Slot slot, Source source, Outline outline) {
        if (source.table().isEmpty()) {
            constant(slot, source.phrase(), outline.line());
            return;
        }
        var table = Objects.requireNonNull(outline.children().get(TABLE)).children();
        table.forEach((words, meaning) -> constant(slot, phrase(meaning), meaning.line()));
        var otherwise = outline.children().get(OTHERWISE);
        if (otherwise != null) {
            constant(slot, phrase(otherwise), otherwise.line());
        }
    }

    private void constant(Source.Slot slot, Phrase phrase, int line) {
        var text = phrase.text();
        boolean automatic = slot.equals(Field.SEQUENCE.slot()) && Field.AUTOMATIC.equals(text);
        if (phrase.isConstant()
                && !text.isEmpty()
                && !automatic
                && slot.conversion().convert(text).isEmpty()) {
            mistake(
                    line,
                    "« " + text + " » ne convient pas à « " + slot.label() + " » : il faut "
                            + slot.conversion().wanted() + ".");
        }
    }

    private void mistake(int line, String text) {
        mistakes.add(new Mistake(line, text));
    }
}
