package fr.parvis.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    private static final String GIVEN = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @TempDir
    Path data;

    @Test
    void eachPurposeHasItsOwnKey() {
        var secrets = secrets(data, null);
        assertThat(secrets.key("files", "AES").getEncoded()).hasSize(32);
        assertThat(secrets.key("files", "AES")).isNotEqualTo(secrets.key("codes", "AES"));
    }

    @Test
    void keysAreTheSameAtTheNextStart() {
        assertThat(secrets(data, null).key("files", "AES"))
                .isEqualTo(secrets(data, null).key("files", "AES"));
    }

    @Test
    void keysDifferFromOneTownToTheNext() {
        assertThat(secrets(data.resolve("a"), null).key("files", "AES"))
                .isNotEqualTo(secrets(data.resolve("b"), null).key("files", "AES"));
    }

    @Test
    void onlyTheOwnerReadsTheKeptSecret() throws IOException {
        secrets(data, null);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret"))))
                .isEqualTo("rw-------");
        assertThat(data).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aGivenSecretIsNotWrittenDown() {
        secrets(data, GIVEN);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void keysComeFromTheGivenSecretAlone() {
        assertThat(secrets(data.resolve("a"), GIVEN).key("files", "AES"))
                .isEqualTo(secrets(data.resolve("b"), GIVEN).key("files", "AES"));
    }

    private static Secrets secrets(Path data, @Nullable String given) {
        var environment = new HashMap<>(Map.of("PARVIS_DATA", data.toString()));
        if (given != null) {
            environment.put("PARVIS_SECRET", given);
        }
        return new Secrets(Settings.from(environment));
    }
}
