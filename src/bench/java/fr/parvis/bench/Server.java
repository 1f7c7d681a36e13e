package fr.parvis.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The product, started from its jar as a town would, with the bare pages beside it and a data folder of its own. */
final class Server implements AutoCloseable {

    static final String URL = "http://localhost:18080";

    private static final Path HOME = Path.of("target", "bench");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final Process process;
    private final Duration startup;

    private Server(Path data, Process process, Duration startup) {
        this.data = data;
        this.process = process;
        this.startup = startup;
    }

    /** Starts it and waits for its first page. */
    static Server start(String name, boolean countQueries) throws IOException, InterruptedException {
        var data = HOME.resolve(name);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = HOME.resolve("app/parvis.jar") + File.pathSeparator + HOME.resolve("classes");
        var builder = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp", path, "fr.parvis.Parvis")
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve(name + ".log").toFile());
        builder.environment().put("PARVIS_PORT", String.valueOf(URI.create(URL).getPort()));
        builder.environment().put("PARVIS_MANAGEMENT_PORT", "19080");
        builder.environment().put("PARVIS_DATA", data.toString());
        builder.environment().put("PARVIS_DEMO", "true");
        if (countQueries) {
            builder.environment().put("PARVIS_BENCH_COUNT", "true"); // read by Spring as parvis.bench.count
        }
        long began = System.nanoTime();
        var process = builder.start();
        awaitFirstPage(process);
        return new Server(data, process, Duration.ofNanos(System.nanoTime() - began));
    }

    /** The same on a copy of the data, so that what is filed while measuring does not change the volume. */
    static Server startOnCopy(String name) throws IOException, InterruptedException {
        var copy = name + "-measured";
        for (var command : List.of(List.of("rm", "-rf", copy), List.of("cp", "-a", name, copy))) {
            var process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + command);
            }
        }
        return start(copy, false);
    }

    Duration startup() {
        return startup;
    }

    /** CPU time spent so far by the program and PostgreSQL together, in seconds. */
    double cpuSeconds() throws IOException {
        return ProcessTimes.cpuSeconds(process.toHandle(), false) + ProcessTimes.cpuSeconds(postgres(), true);
    }

    long programMemory() {
        return ProcessTimes.memory(process.toHandle());
    }

    long databaseMemory() throws IOException {
        var postgres = postgres();
        return ProcessTimes.memory(postgres)
                + postgres.children().mapToLong(ProcessTimes::memory).sum();
    }

    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + pidFile().get(3) + "/postgres", "postgres", "");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        } catch (CompletionException stillThere) {
            process.destroyForcibly();
        }
    }

    private ProcessHandle postgres() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
    }

    /** Lines of postmaster.pid: process, folder, start, port… */
    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    private static void awaitFirstPage(Process process) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(URL + "/bench/bare")).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                try {
                    if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // asked again below
                }
                Thread.sleep(20);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start: see its log in " + HOME);
    }
}
