package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes and visibility: what keeps a code base readable is its longest file and what it hides, not its averages. */
class BudgetTests {

    private static final int FILE_LINES = 300;
    private static final int TEST_FILE_LINES = 500;
    private static final int TEMPLATE_LINES = 120;
    private static final int MIGRATION_LINES = 60;
    private static final int METHOD_LINES = 30;
    private static final int PARAMETERS = 5;
    private static final int CONSTRUCTOR_PARAMETERS = 9;
    private static final int FILES_IN_A_PACKAGE = 22;

    /** Packages that hold more for a reason; the figure may only shrink. */
    private static final Map<String, Integer> LARGER_PACKAGES = Map.of(
            // one life cycle: the case, its journal, its papers and its deadlines change together
            "casefiles", 39,
            // a class for each type of field
            "procedures/fields", 30);

    private static final int HIDDEN_PERCENT = 40;
    private static final String EMPTY_WORDS = ".*(Impl|Manager|Helper|Utils?)";

    private static final List<JavaFile> MAIN = JavaFile.parse(SourceTree.files(SourceTree.MAIN, ".java"));
    private static final List<JavaFile> TESTS = JavaFile.parse(SourceTree.files(SourceTree.TESTS, ".java"));

    @Test
    void filesAreShort() {
        assertThat(longer(SourceTree.files(SourceTree.MAIN, ".java"), FILE_LINES))
                .isEmpty();
        assertThat(longer(SourceTree.files(SourceTree.TESTS, ".java"), TEST_FILE_LINES))
                .isEmpty();
        assertThat(longer(SourceTree.files(SourceTree.TEMPLATES, ".jte"), TEMPLATE_LINES))
                .isEmpty();
        assertThat(longer(SourceTree.files(Path.of("src/main/resources/db/migration"), ".sql"), MIGRATION_LINES))
                .isEmpty();
    }

    @Test
    void methodsAreShort() {
        assertThat(methods(method -> method.lines() > METHOD_LINES)).isEmpty();
    }

    @Test
    void methodsTakeFewParameters() {
        assertThat(methods(
                        method -> method.parameters() > (method.constructor() ? CONSTRUCTOR_PARAMETERS : PARAMETERS)))
                .isEmpty();
    }

    @Test
    void packagesAreSmallAndSayWhatTheyAreFor() {
        var sizes = MAIN.stream().collect(Collectors.groupingBy(JavaFile::folder, Collectors.counting()));
        sizes.entrySet().removeIf(folder -> folder.getValue() <= filesIn(folder.getKey()));
        assertThat(sizes).isEmpty();
        assertThat(Stream.concat(MAIN.stream(), TESTS.stream())
                        .map(JavaFile::folder)
                        .distinct())
                .allMatch(BudgetTests::isDescribedOnce, "is described once, where the code is");
    }

    private static long filesIn(Path folder) {
        var name = Path.of("src/main/java/fr/parvis").relativize(folder).toString();
        return LARGER_PACKAGES.getOrDefault(name, FILES_IN_A_PACKAGE);
    }

    /** A second package-info, in the tests of a package, would hide the module's own from the architecture tests. */
    private static boolean isDescribedOnce(Path folder) {
        var main = Path.of(folder.toString().replace("src/test/java", "src/main/java"));
        var described = Files.exists(folder.resolve("package-info.java"));
        boolean belongsHere = folder.equals(main) || Files.notExists(main);
        return described == belongsHere;
    }

    /** Template records must be public: types that a template imports are left out of the count. */
    @Test
    void muchOfTheCodeIsHidden() {
        var shown = SourceTree.files(SourceTree.TEMPLATES, ".jte").stream()
                .map(SourceTree::read)
                .collect(Collectors.joining());
        var types = MAIN.stream()
                .flatMap(file -> file.types().stream())
                .filter(type -> !shown.contains("@import " + type.name()))
                .toList();
        long hidden = types.stream().filter(type -> !type.isPublic()).count();
        System.out.printf("%d of %d top-level types are not public%n", hidden, types.size());
        assertThat(hidden * 100 / types.size()).as("% of hidden types").isGreaterThanOrEqualTo(HIDDEN_PERCENT);
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(Stream.concat(MAIN.stream(), TESTS.stream()).flatMap(file -> file.types().stream()))
                .extracting(JavaFile.Type::name)
                .noneMatch(name -> name.matches(EMPTY_WORDS));
    }

    private static List<JavaFile.Method> methods(Predicate<JavaFile.Method> overBudget) {
        return MAIN.stream()
                .flatMap(file -> file.methods().stream())
                .filter(overBudget)
                .toList();
    }

    private static List<String> longer(List<Path> files, int lines) {
        return files.stream()
                .filter(file -> SourceTree.lines(file) > lines)
                .map(file -> file + ": " + SourceTree.lines(file) + " lines")
                .toList();
    }
}
