package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import fr.parvis.partners.contract.EventType;
import fr.parvis.partners.webhooks.WebhookType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guide for partners' engineers says what the program does, in both languages. */
class GuideTests {

    private static final Path GUIDE = Path.of("docs/partenaires");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile(
            "(?:new Fault|unreadable|FaultException|ProblemException)\\(\\s*(?:HttpStatus\\.\\w+,\\s*)?\"([a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern CODE_IN_SQL = Pattern.compile("'([a-z]+(?:-[a-z]+)+)', '/");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyExampleIsAsTheSchemasSay(String language) {
        var examples = examples(language);

        assertThat(examples).hasSizeGreaterThan(EventType.values().length);
        assertThat(examples)
                .allSatisfy(example -> assertThat(Schemas.faults(schema(example), example))
                        .as(example.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyTypeHasAnExample(String language) {
        var types = examples(language).stream()
                .map(example -> example.path("type").asString(""))
                .toList();

        assertThat(types)
                .containsAll(
                        Arrays.stream(EventType.values()).map(EventType::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr/erreurs.md", "en/errors.md"})
    void everyCodeOfTheProgramIsExplainedAndNoOther(String page) {
        var explained = explained(page, "[a-z-]+");
        explained.removeAll(statuses());

        assertThat(explained).contains("suspended", "rehearsal").isEqualTo(codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr/webhooks.md", "en/webhooks.md"})
    void everyMessageOfTheTownIsExplainedAndNoOther(String page) {
        var told = new TreeSet<>(Set.of("fr.parvis.test.v1"));
        Arrays.stream(WebhookType.values()).map(WebhookType::code).forEach(told::add);

        assertThat(explained(page, "fr\\.parvis\\.[a-z.-]+\\.v1")).isEqualTo(told);
    }

    /** What may become of an event; these words are explained on the same page. */
    private static Set<String> statuses() {
        return JsonMapper.shared()
                .readTree(Schemas.read(Path.of("src/main/resources/partners/contract/answer.v1.json")))
                .at("/properties/events/items/properties/status/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    /** The words of this form that begin a row of a table, below its head. */
    private static Set<String> explained(String page, String form) {
        return Pattern.compile("(?m)^\\| `(" + form + ")` .*$(?!\n\\|---)")
                .matcher(Schemas.read(GUIDE.resolve(page)))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String schema(JsonNode example) {
        if (example.has("specversion")) {
            return "event.v1";
        }
        return example.isArray() ? "batch.v1" : example.has("events") ? "answer.v1" : "problem.v1";
    }

    /** Those that the sources name, the two that are made of an attribute's name, and those of calls nobody serves. */
    private static Set<String> codes() {
        var codes = new TreeSet<>(
                List.of("bad-specversion", "bad-source", "no-such-path", "bad-method", "bad-call", "our-fault"));
        for (var source : files(Path.of("src/main/java/fr/parvis/partners"), ".java")) {
            var text = Schemas.read(source);
            CODE.matcher(text).results().forEach(found -> codes.add(found.group(1)));
            CODE_IN_SQL.matcher(text).results().forEach(found -> codes.add(found.group(1)));
        }
        return codes;
    }

    private static List<JsonNode> examples(String language) {
        return pages(language)
                .flatMap(page -> EXAMPLE.matcher(Schemas.read(page)).results())
                .map(example -> JsonMapper.shared().readTree(example.group(1)))
                .toList();
    }

    private static Stream<Path> pages(String folder) {
        return files(GUIDE.resolve(folder), ".md").stream();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
