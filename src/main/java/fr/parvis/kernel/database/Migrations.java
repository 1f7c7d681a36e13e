package fr.parvis.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Runs the migrations of each module: a folder, a history and version numbers of its own. What belongs to no module
 * ({@code __root}) comes first; the others need no order, for no schema refers to another.
 */
@Component
class Migrations implements FlywayMigrationStrategy {

    private static final String FOLDER = "db/migration/";
    private static final String ROOT = "__root";

    @Override
    public void migrate(Flyway template) {
        run(template, ROOT, "schema_history");
        modules().forEach(module -> run(template, module, "schema_history_" + module));
    }

    private static void run(Flyway template, String module, String history) {
        Flyway.configure()
                .configuration(template.getConfiguration())
                .locations("classpath:" + FOLDER + module)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static List<String> modules() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/*.sql");
            return Arrays.stream(scripts)
                    .map(Migrations::folder)
                    .filter(module -> !module.equals(ROOT))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String folder(Resource script) {
        try {
            var path = script.getURL().getPath();
            var parent = path.substring(0, path.lastIndexOf('/'));
            return parent.substring(parent.lastIndexOf('/') + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
