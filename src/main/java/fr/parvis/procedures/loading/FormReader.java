package fr.parvis.procedures.loading;

import fr.parvis.procedures.Form;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.fields.Condition;
import fr.parvis.procedures.fields.Day;
import fr.parvis.procedures.fields.Field;
import fr.parvis.procedures.fields.Files;
import fr.parvis.procedures.fields.Group;
import fr.parvis.procedures.fields.Information;
import fr.parvis.procedures.fields.Kind;
import fr.parvis.procedures.fields.OneOf;
import fr.parvis.procedures.fields.ShortText;
import fr.parvis.procedures.person.Attribute;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a form, page by page; conditions see the fields read before them and no others. Used once. */
final class FormReader {

    /** Names that conditions (CEL) or the page itself use for something else. */
    private static final Set<String> TAKEN = Set.of(
            "action",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "duration",
            "timestamp",
            "size",
            "has");

    private final KindReader kinds;
    private final List<Field> earlier = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    FormReader(Clock clock) {
        this.kinds = new KindReader(clock);
    }

    Form read(Section document) {
        var pageKeys = new HashSet<String>();
        var pages = new ArrayList<FormPage>();
        for (var section : document.someSections("form")) {
            var page = page(section);
            if (!page.key().matches("[a-z][a-z0-9-]{0,40}") || !pageKeys.add(page.key())) {
                throw section.wrong("page", "écrivez un nom unique en minuscules, chiffres et traits d’union");
            }
            if (pages.isEmpty()
                    && page.fields().stream()
                            .noneMatch(field -> field.conditions().isEmpty())) {
                throw section.wrong("la première page doit avoir une question sans condition (when)");
            }
            pages.add(page);
        }
        return new Form(pages);
    }

    private FormPage page(Section section) {
        List<Condition> conditions = conditions(section, List.of());
        var fields = section.someSections("fields").stream()
                .map(field -> field(field, conditions))
                .toList();
        var rules = section.sections("rules").stream()
                .map(rule -> rule(rule, fields))
                .toList();
        var page =
                new FormPage(section.text("page"), section.text("title"), section.optionalText("intro"), fields, rules);
        section.end();
        return page;
    }

    private Field field(Section section, List<Condition> pageConditions) {
        var conditions = conditions(section, pageConditions);
        var kind = kinds.read(section, this::fieldsOfGroup);
        var certified = section.has("certified") ? condition(section, "certified") : null;
        var field = field(section, conditions, certified, kind, keys);
        checkCertified(section, field);
        earlier.add(field);
        return field;
    }

    /** The fields of a group have keys of their own, and neither conditions nor files nor groups inside. */
    private List<Field> fieldsOfGroup(List<Section> sections) {
        Set<String> ownKeys = new HashSet<>();
        return sections.stream()
                .map(section -> {
                    var kind = kinds.read(section, inner -> List.of());
                    if (kind instanceof Group || kind instanceof Files || kind instanceof Information) {
                        throw section.wrong("type", "un groupe ne contient que des questions simples");
                    }
                    return field(section, List.of(), null, kind, ownKeys);
                })
                .toList();
    }

    private static Field field(
            Section section, List<Condition> conditions, @Nullable Condition certified, Kind kind, Set<String> taken) {
        var key = section.text("key");
        if (!key.matches("[a-z][a-z0-9_]{0,40}") || TAKEN.contains(key)) {
            throw section.wrong("key", "écrivez un nom en minuscules, chiffres et _, qui n’est pas un mot réservé");
        }
        if (!taken.add(key)) {
            throw section.wrong("key", "« " + key + " » est déjà pris, chaque question a son propre nom");
        }
        var field = new Field(
                key,
                section.text("label"),
                section.optionalText("help"),
                section.flag("optional"),
                section.optionalText("missing"),
                conditions,
                section.has("prefill") ? section.known("prefill", Attribute::parse, Attribute.keys()) : null,
                certified,
                kind);
        section.end();
        return field;
    }

    /** What is proven must be known by name, and of a kind that the question can hold. */
    private static void checkCertified(Section section, Field field) {
        boolean fits = field.certified() == null
                || switch (field.prefill()) {
                    case null -> false;
                    case EMAIL -> false;
                    case BIRTH_DATE -> field.kind() instanceof Day;
                    case GENDER -> field.kind() instanceof OneOf;
                    default -> field.kind() instanceof ShortText;
                };
        if (!fits) {
            throw section.wrong(
                    "certified",
                    "écrivez aussi prefill : birthDate pour une date, gender pour un choix, sinon un texte, et pas email");
        }
    }

    private FormPage.Rule rule(Section section, List<Field> fields) {
        Predicate<String> onPage =
                key -> fields.stream().anyMatch(field -> field.key().equals(key));
        var field = section.text("field");
        if (!onPage.test(field)) {
            throw section.wrong("field", "nommez une question de cette page, « " + field + " » n’en est pas une");
        }
        var rule = new FormPage.Rule(condition(section, "that"), field, section.text("message"));
        section.end();
        return rule;
    }

    private List<Condition> conditions(Section section, List<Condition> outer) {
        if (!section.has("when")) {
            return outer;
        }
        var all = new ArrayList<>(outer);
        all.add(condition(section, "when"));
        return all;
    }

    private Condition condition(Section section, String key) {
        try {
            return Condition.compile(section.formula(key), earlier);
        } catch (IllegalArgumentException invalid) {
            throw section.wrong(
                    key,
                    "la condition doit être du CEL qui vaut vrai ou faux et ne cite que des questions posées avant ("
                            + firstLine(invalid) + ")");
        }
    }

    private static String firstLine(IllegalArgumentException invalid) {
        return String.valueOf(invalid.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: <input>:", "");
    }
}
