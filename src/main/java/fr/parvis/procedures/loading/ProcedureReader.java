package fr.parvis.procedures.loading;

import fr.parvis.procedures.LegalRegime;
import fr.parvis.procedures.LegalRegime.Silence;
import fr.parvis.procedures.Letters;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedure.AskableDocument;
import fr.parvis.procedures.ServiceSheet;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a procedure from its document and checks all that can be checked before somebody fills it in. */
@Component
public final class ProcedureReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> PLACEHOLDERS = Set.of("reference", "date", "applicant");

    private final Clock clock;

    ProcedureReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads a document.
     *
     * @param units which units exist
     * @throws WrongProcedureException naming the place and how to fix it
     */
    public Procedure read(ProcedureDocument source, Predicate<String> units) {
        var document = new Section(source.file(), "", parse(source));
        // in the order of the document, so that the first mistake is pointed at first
        var title = document.text("title");
        var unit = unit(document, units);
        var sheet = sheet(document.section("service"));
        var form = new FormReader(clock).read(document);
        var procedure = new Procedure(
                source.slug(),
                source.version(),
                title,
                unit,
                sheet,
                form,
                CircuitReader.read(document, units, form),
                regime(document.section("legal")),
                letters(document.section("letters")),
                askable(document),
                document.texts("refusalReasons"));
        document.end();
        return procedure;
    }

    static String unit(Section section, Predicate<String> units) {
        var unit = section.text("unit");
        if (!units.test(unit)) {
            throw section.wrong("unit", "aucun service de la ville ne s’appelle « " + unit + " », corrigez ce nom");
        }
        return unit;
    }

    private static JsonNode parse(ProcedureDocument source) {
        try {
            return YAML.readTree(source.text());
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw new WrongProcedureException(
                    source.file(),
                    at == null ? "" : "ligne " + at.getLineNr(),
                    "ce n’est pas du YAML correct ("
                            + malformed.getOriginalMessage().lines().findFirst().orElse("") + ")");
        }
    }

    private static ServiceSheet sheet(Section section) {
        var sheet = new ServiceSheet(
                section.text("category"),
                section.texts("lifeEvents"),
                section.texts("keywords"),
                section.text("summary"),
                section.text("purpose"),
                section.text("audience"),
                section.texts("needed"),
                section.number("minutes", 1, 240),
                section.text("usualDelay"),
                section.text("price"));
        section.end();
        return sheet;
    }

    private static LegalRegime regime(Section section) {
        var silence =
                section.known("silence", text -> constant(Silence.values(), text), "acceptance, rejection ou none");
        var delay = silence == Silence.NONE
                ? Period.ZERO
                : section.known("delay", ProcedureReader::period, "une durée comme P2M (deux mois) ou P21D");
        var regime = new LegalRegime(silence, delay, section.text("basis"), section.text("remedies"));
        section.end();
        return regime;
    }

    private static Optional<Period> period(String text) {
        try {
            return Optional.of(Period.parse(text)).filter(period -> !period.isNegative() && !period.isZero());
        } catch (DateTimeException notAPeriod) {
            return Optional.empty();
        }
    }

    private static Letters letters(Section section) {
        var letters = new Letters(letter(section.section("acceptance")), letter(section.section("refusal")));
        section.end();
        return letters;
    }

    private static Letters.Letter letter(Section section) {
        var letter = new Letters.Letter(section.text("subject"), section.texts("paragraphs"));
        if (letter.paragraphs().isEmpty()) {
            throw section.wrong("paragraphs", "écrivez au moins un paragraphe");
        }
        var placeholders = PLACEHOLDER.matcher(letter.subject() + " " + String.join(" ", letter.paragraphs()));
        while (placeholders.find()) {
            if (!PLACEHOLDERS.contains(placeholders.group(1))) {
                throw section.wrong(
                        placeholders.group() + " n’est pas connu, utilisez {reference}, {date} ou {applicant}");
            }
        }
        section.end();
        return letter;
    }

    private static List<AskableDocument> askable(Section document) {
        return document.sections("documents").stream()
                .map(section -> {
                    var askable = new AskableDocument(section.text("label"), section.text("hint"));
                    section.end();
                    return askable;
                })
                .toList();
    }

    /** The constant that a document writes in lower case with hyphens. */
    static <E extends Enum<E>> Optional<E> constant(E[] constants, String text) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(text))
                .findFirst();
    }
}
