package fr.parvis.partners.published;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The schemas as a partner's validator reads them: side by side, formats checked. */
final class Schemas {

    private static final Path FOLDER = Path.of("src/main/resources/partners/contract");

    private static final String SIDE_BY_SIDE = "https://parvis.example/schemas/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(files().stream()
                            .collect(Collectors.toMap(file -> SIDE_BY_SIDE + file.getFileName(), Schemas::read)))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private Schemas() {}

    /** What is wrong with a document, by the schema of this name. */
    static List<String> faults(String name, JsonNode document) {
        return faults(REGISTRY.getSchema(SchemaLocation.of(SIDE_BY_SIDE + name + ".json")), document);
    }

    /** What is wrong with a document, by this schema. */
    static List<String> faults(JsonNode schema, JsonNode document) {
        return faults(REGISTRY.getSchema(schema), document);
    }

    private static List<Path> files() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> faults(Schema schema, JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).toList();
    }
}
