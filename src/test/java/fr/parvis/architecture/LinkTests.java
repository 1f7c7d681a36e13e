package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows a link of the documentation finds the page, and on it the heading that the link names. */
class LinkTests {

    private static final Path ROOT = Path.of("");
    private static final Path HERE = Path.of("STYLE.md");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyLinkOfTheDocumentationLeadsSomewhere() throws IOException {
        var pages = pages();
        assertThat(pages).contains(HERE);
        assertThat(pages.stream().flatMap(page -> lost(page, SourceTree.read(page))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](nowhere.md)", "[x](README.md#nowhere)", "[x](#nowhere)", "a\n[x](docs/README.md)"})
    void catchesLostLinks(String text) {
        assertThat(lost(HERE, text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](README.md)",
                "[x](docs/adr/)",
                "[x](#comments-say-why)",
                "[x](docs/partenaires/fr/console.md#contrôle-de-conformité)",
                "[x](docs/partenaires/en/linking.md#card-and-code-one-address-three-questions)",
                "[x](https://cloudevents.io#nowhere)",
                "```\n[x](nowhere.md)\n```"
            })
    void leavesOthersAlone(String text) {
        assertThat(lost(HERE, text)).isEmpty();
    }

    private static Stream<String> lost(Path page, String text) {
        return LINK.matcher(withoutCode(text))
                .results()
                .filter(link ->
                        !leads(link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)), link.group(2)))
                .map(link -> page + ": " + link.group());
    }

    private static boolean leads(Path target, @Nullable String anchor) {
        return Files.exists(target) && (anchor == null || anchors(target).contains(anchor));
    }

    /** As GitHub makes them: letters, figures and hyphens of the heading; a hyphen for each space. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(withoutCode(SourceTree.read(page)))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String withoutCode(String text) {
        return CODE.matcher(text).replaceAll("");
    }

    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(SourceTree.files(Path.of("docs"), ".md"));
        try (var root = Files.newDirectoryStream(ROOT, "*.md")) {
            root.forEach(pages::add);
        }
        return pages;
    }
}
