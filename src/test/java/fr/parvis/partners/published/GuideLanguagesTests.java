package fr.parvis.partners.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide for partners' engineers says the same in French and in English. */
class GuideLanguagesTests {

    private static final Path GUIDE = Path.of("docs/partenaires");
    private static final Pattern PAIR =
            Pattern.compile("(?m)^\\| \\[.+]\\((fr/.+\\.md)\\) \\| \\[.+]\\((en/.+\\.md)\\) \\|$");

    /** Headings, rows with the word that they explain, items of lists; of examples that no language changes, all. */
    private static final Pattern SKELETON =
            Pattern.compile("(?ms)^```(?:json|yaml)\n.*?^```|^#+ |^\\|(?: `[^`]+`)?|^[-*] |^\\d+\\. |^```\\w*");

    /** A page in both languages. */
    record Pair(Path french, Path english) {}

    static Stream<Pair> pairs() {
        return PAIR.matcher(Schemas.read(GUIDE.resolve("README.md")))
                .results()
                .map(row -> new Pair(GUIDE.resolve(row.group(1)), GUIDE.resolve(row.group(2))));
    }

    @Test
    void everyPageIsListedBesideItsTranslation() throws IOException {
        assertThat(pairs().map(Pair::french)).containsExactlyInAnyOrderElementsOf(pages("fr"));
        assertThat(pairs().map(Pair::english)).containsExactlyInAnyOrderElementsOf(pages("en"));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void bothLanguagesExplainTheSameThingsInTheSameOrder(Pair page) {
        assertThat(skeleton(page.french())).isNotEmpty().isEqualTo(skeleton(page.english()));
    }

    @Test
    void noPageStandsOutsideTheLanguages() throws IOException {
        assertThat(pages(".")).containsExactly(GUIDE.resolve("./README.md"));
    }

    private static List<String> skeleton(Path page) {
        return SKELETON.matcher(Schemas.read(page))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<Path> pages(String folder) throws IOException {
        try (var files = Files.list(GUIDE.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }
}
