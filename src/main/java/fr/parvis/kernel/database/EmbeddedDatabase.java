package fr.parvis.kernel.database;

import fr.parvis.kernel.WrongSettingException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL from the binaries in the jar, its data in a folder of ours and kept between starts. It listens on the
 * loopback address only and trusts local users: for trying Parvis and for tests; a town points to its own server.
 */
final class EmbeddedDatabase implements Database {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FileLock lock;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(FileLock lock, EmbeddedPostgres postgres) {
        this.lock = lock;
        this.postgres = postgres;
    }

    static EmbeddedDatabase start(Path data) {
        create(data);
        try {
            var lock = hold(data.toAbsolutePath());
            var cluster = data.toAbsolutePath().resolve("postgres");
            stopOrphan(cluster);
            return new EmbeddedDatabase(lock, builder(cluster).start());
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not start in " + data, failure);
        }
    }

    @Override
    public Map<String, Object> toProperties() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                "spring.datasource.username",
                "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lock.channel().close();
        } catch (IOException failure) {
            LOG.warn("The embedded database did not stop cleanly; it will recover at the next start", failure);
        }
    }

    private static void create(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException impossible) {
            throw new WrongSettingException("PARVIS_DATA désigne un dossier qui ne peut pas être créé (" + data + ").");
        }
    }

    private static FileLock hold(Path data) throws IOException {
        var channel =
                FileChannel.open(data.resolve("parvis.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new WrongSettingException("un autre Parvis utilise déjà le dossier " + data
                    + " : arrêtez-le, ou choisissez un autre dossier avec PARVIS_DATA.");
        }
        return lock;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    /**
     * Killed with -9, the program leaves its server running; we hold the folder now, so that server is ours to stop.
     * After a restart of the machine its number may belong to somebody else, which PostgreSQL would take for a server.
     */
    private static void stopOrphan(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var command = ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
        if (command.isEmpty()) {
            return;
        }
        if (command.get().contains(cluster.toString())) {
            ProcessHandle.of(pid).ifPresent(EmbeddedDatabase::stop);
        } else {
            Files.delete(pidFile);
        }
    }

    private static void stop(ProcessHandle orphan) {
        orphan.destroy();
        try {
            orphan.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException stillThere) {
            throw new WrongSettingException("le PostgreSQL d’un arrêt brutal (processus " + orphan.pid()
                    + ") ne s’arrête pas : arrêtez-le puis recommencez.");
        }
    }

    private static EmbeddedPostgres.Builder builder(Path cluster) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // the library turns durability off, for tests; what a resident was told is saved must be saved
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off");
    }
}
