package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md is the one place where French words meet the types that carry them. */
class GlossaryTests {

    private static final Pattern WORDS = Pattern.compile("<p>Words:(.*?)(<p>|\\*/)", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\{@link[\\s*]+[\\w.]+\\.(\\w+)}");
    private static final Pattern GLOSSARY_TYPE = Pattern.compile("(?m)^\\|.*\\| `(\\w+)` \\| \\w+ \\|$");

    @Test
    void everyTypeThatAModuleExplainsIsInTheGlossary() {
        var explained = SourceTree.files(SourceTree.MAIN, "package-info.java").stream()
                .map(SourceTree::read)
                .flatMap(text -> WORDS.matcher(text).results())
                .flatMap(words -> names(LINK, words.group()));
        assertThat(glossary()).containsAll(explained.toList());
    }

    @Test
    void everyTypeOfTheGlossaryExists() {
        var types = JavaFile.parse(SourceTree.files(SourceTree.MAIN, ".java")).stream()
                .flatMap(file -> file.types().stream())
                .map(type -> type.name().substring(type.name().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        assertThat(types).containsAll(glossary());
    }

    private static Set<String> glossary() {
        var text = SourceTree.read(Path.of("docs", "glossary.md"));
        return names(GLOSSARY_TYPE, text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
