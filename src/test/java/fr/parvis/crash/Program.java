package fr.parvis.crash;

import fr.parvis.testing.Browser;
import fr.parvis.testing.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole program as a process of its own, with its own PostgreSQL, as a town runs it; it can be killed. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final int port;
    private final Process process;

    private Program(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Starts it on this folder and waits until it answers. */
    static Program start(Path data) {
        try {
            int port = freePort();
            var program = new Program(data, port, launch(data, port));
            Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(program::answers);
            return program;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return port;
    }

    /** SIGKILL: no shutdown hook, no flush, PostgreSQL left alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its database, looked at from outside. */
    JdbcClient database() throws IOException {
        var port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", ""));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("stopped with " + process.exitValue() + ": see " + log(data));
        }
        return new Browser(port).get("/connexion").status() == 200;
    }

    private static Process launch(Path data, int port) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "fr.parvis.Parvis")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()));
        builder.environment()
                .putAll(Map.of(
                        "PARVIS_PORT", String.valueOf(port),
                        "PARVIS_MANAGEMENT_PORT", String.valueOf(freePort()),
                        "PARVIS_DATA", data.toString(),
                        "PARVIS_SMTP_HOST", "127.0.0.1",
                        "PARVIS_SMTP_PORT", String.valueOf(MailServer.port()),
                        // what a killed program was sending is taken up after seconds, not minutes
                        "DBSCHEDULER_HEARTBEATINTERVAL", "1s"));
        return builder.start();
    }

    private static Path log(Path data) {
        return data.resolve("program.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
