package fr.parvis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import fr.parvis.Parvis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
        SourceTree.files(DOCS, ".puml").forEach(ModularityTests::sort);
        SourceTree.files(DOCS, ".adoc").forEach(ModularityTests::sortEvents);
        var drawn = docs();
        assertThat(drawn.keySet())
                .as("files of %s that were out of date; this test has just rewritten them: commit them", DOCS)
                .containsExactlyInAnyOrderElementsOf(committed.keySet())
                .allMatch(file -> Objects.equals(drawn.get(file), committed.get(file)), "as committed");
    }

    /** The arrows and boxes come in an order that changes from run to run: each run of them is sorted. */
    private static void sort(Path diagram) {
        var lines = new ArrayList<>(List.of(SourceTree.read(diagram).split("\n", -1)));
        for (int end, start = 0; start < lines.size(); start = end) {
            end = start + 1;
            while (end < lines.size() && isSortable(lines.get(start)) && isSortable(lines.get(end))) {
                end++;
            }
            Collections.sort(lines.subList(start, end));
        }
        SourceTree.write(diagram, String.join("\n", lines));
    }

    /** So do the events of a module; the first one of the list has a bar before it. */
    private static void sortEvents(Path canvas) {
        var lines = new ArrayList<>(List.of(SourceTree.read(canvas).split("\n", -1)));
        for (int start = 0; start < lines.size(); start++) {
            if (lines.get(start).startsWith("|* ")) {
                int end = start + 1;
                while (end < lines.size() && lines.get(end).startsWith("* ")) {
                    end++;
                }
                lines.set(start, lines.get(start).substring(1));
                Collections.sort(lines.subList(start, end));
                lines.set(start, "|" + lines.get(start));
            }
        }
        SourceTree.write(canvas, String.join("\n", lines));
    }

    private static boolean isSortable(String line) {
        return line.startsWith("Rel(") || line.strip().startsWith("Component(");
    }

    private static Map<Path, String> docs() {
        return Files.notExists(DOCS)
                ? Map.of()
                : SourceTree.files(DOCS, "").stream()
                        .filter(Files::isRegularFile)
                        .collect(Collectors.toMap(Function.identity(), SourceTree::read));
    }
}
