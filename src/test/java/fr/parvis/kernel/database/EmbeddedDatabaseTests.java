package fr.parvis.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.parvis.kernel.Settings;
import fr.parvis.kernel.WrongSettingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTests {

    @TempDir
    Path data;

    @Test
    void keepsItsDataBetweenStarts() {
        try (var database = Database.open(settings(data))) {
            write(database, "bonjour");
        }
        try (var database = Database.open(settings(data))) {
            assertThat(read(database)).isEqualTo("bonjour");
        }
    }

    @Test
    void refusesAFolderThatAnotherCopyHolds() {
        try (var held = Database.open(settings(data))) {
            write(held, "à moi");
            assertThatThrownBy(() -> Database.open(settings(data)))
                    .isInstanceOf(WrongSettingException.class)
                    .hasMessageContaining("un autre Parvis utilise déjà le dossier " + data)
                    .hasMessageContaining("PARVIS_DATA");
            assertThat(read(held)).isEqualTo("à moi");
        }
    }

    @Test
    void takesOverAfterAKill() throws IOException, InterruptedException {
        var victim = startAnother(data);
        victim.destroyForcibly().waitFor();
        assertThat(orphan()).as("the server outlives the program").isPresent();

        try (var database = Database.open(settings(data))) {
            assertThat(read(database)).isEqualTo("écrit avant la fin");
        }
        assertThat(orphan()).isEmpty();
    }

    @Test
    void leavesAloneAProcessThatOnlyHasTheNumberOfItsOldServer() throws IOException {
        try (var database = Database.open(settings(data))) {
            write(database, "bonjour");
        }
        var stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(data.resolve("postgres/postmaster.pid"), stranger.pid() + "\n");
        try (var database = Database.open(settings(data))) {
            assertThat(read(database)).isEqualTo("bonjour");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void saysWhichFolderCannotBeMade() throws IOException {
        var file = Files.createFile(data.resolve("fichier"));
        assertThatThrownBy(() -> Database.open(settings(file.resolve("data"))))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("PARVIS_DATA");
    }

    @Test
    void saysThatAServerDoesNotAnswer() {
        var settings = Settings.from(Map.of(
                "PARVIS_DATABASE_URL", "jdbc:postgresql://localhost:1/parvis", "PARVIS_DATABASE_USER", "parvis"));
        assertThatThrownBy(() -> Database.open(settings))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("PARVIS_DATABASE_URL");
    }

    /** The program of {@link #takesOverAfterAKill()}: writes, says so, and waits for its end. */
    static final class Victim {
        public static void main(String[] args) throws InterruptedException {
            write(Database.open(settings(Path.of(args[0]))), "écrit avant la fin");
            System.out.println("ready");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static Process startAnother(Path data) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Victim.class.getName(), data.toString())
                .redirectErrorStream(true)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch("ready"::equals)).isTrue();
        return process;
    }

    private Optional<ProcessHandle> orphan() throws IOException {
        var pidFile = data.resolve("postgres/postmaster.pid");
        return Files.notExists(pidFile)
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst()));
    }

    private static Settings settings(Path data) {
        return Settings.from(Map.of("PARVIS_DATA", data.toString()));
    }

    private static void write(Database database, String word) {
        client(database).sql("create table word (word text)").update();
        client(database)
                .sql("insert into word values (:word)")
                .param("word", word)
                .update();
    }

    private static String read(Database database) {
        return client(database).sql("select word from word").query(String.class).single();
    }

    private static JdbcClient client(Database database) {
        var properties = database.toProperties();
        return JdbcClient.create(new DriverManagerDataSource(
                String.valueOf(properties.get("spring.datasource.url")),
                String.valueOf(properties.get("spring.datasource.username")),
                ""));
    }
}
