package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import fr.parvis.Parvis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Modules lean on each other only along the arrows that their package-info allows. */
class ModularityTests {

    private static final Path DOCS = Path.of("docs", "modules");

    /** Compiled templates show the records of every module: they are no module of their own. */
    private final ApplicationModules modules =
            ApplicationModules.of(Parvis.class, JavaClass.Predicates.resideInAPackage("fr.parvis.templates.."));

    @Test
    void modulesKeepToTheirArrows() {
        modules.verify();
    }

    @Test
    void diagramsShowTheModulesAsTheyAre() {
        var committed = docs();
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(DOCS.toString()))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml()
                .writeModuleCanvases();
        var drawn = docs();
        assertThat(drawn.keySet())
                .as("files of %s that were out of date; this test has just rewritten them: commit them", DOCS)
                .containsExactlyInAnyOrderElementsOf(committed.keySet())
                .allMatch(file -> Objects.equals(drawn.get(file), committed.get(file)), "as committed");
    }

    private static Map<Path, String> docs() {
        return Files.notExists(DOCS)
                ? Map.of()
                : SourceTree.files(DOCS, "").stream()
                        .filter(Files::isRegularFile)
                        .collect(Collectors.toMap(Function.identity(), SourceTree::read));
    }
}
