package fr.parvis.documents;

import fr.parvis.kernel.Secrets;
import fr.parvis.kernel.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * The folder of encrypted contents: one per file id, two levels deep. Layout of a content: version byte, 12-byte nonce,
 * AES-256-GCM ciphertext and tag; the id is authenticated with it, so that contents cannot be swapped.
 */
@Component
class Vault {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BATCH = 500;
    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final SecretKey key;
    private final Clock clock;

    Vault(Settings settings, Secrets secrets, Clock clock) {
        this.folder = settings.data().resolve("files");
        this.key = secrets.key("files", "AES");
        this.clock = clock;
    }

    /** Returns once the content is safely on disk. */
    void write(UUID id, byte[] content) {
        try {
            var target = path(id);
            Files.createDirectories(target.getParent());
            var unfinished = target.resolveSibling(id + UNFINISHED);
            writeThrough(unfinished, encrypted(id, content));
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("A file cannot be kept", failure);
        }
    }

    /** The content, decrypted; throws when it is missing or was altered on disk. */
    byte[] read(UUID id) {
        try {
            return decrypted(id, Files.readAllBytes(path(id)));
        } catch (IOException failure) {
            throw new UncheckedIOException("The content of file " + id + " cannot be read", failure);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException failure) {
            throw new UncheckedIOException("The content of file " + id + " cannot be removed", failure);
        }
    }

    /** Gives, in batches, the ids of contents written before {@code limit}; unfinished ones of that age are removed. */
    void visitWrittenBefore(Instant limit, Consumer<List<UUID>> visitor) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var old = Files.find(
                folder,
                3,
                (path, attributes) -> attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(limit))) {
            old.flatMap(Vault::idOrCleaned).gather(Gatherers.windowFixed(BATCH)).forEach(visitor);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<UUID> idOrCleaned(Path path) {
        var name = path.getFileName().toString();
        if (!name.endsWith(UNFINISHED)) {
            return Stream.of(UUID.fromString(name));
        }
        try {
            Files.deleteIfExists(path);
            return Stream.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path path(UUID id) {
        var name = id.toString();
        return folder.resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    private static void writeThrough(Path file, ByteBuffer bytes) throws IOException {
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private ByteBuffer encrypted(UUID id, byte[] content) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key); // the provider draws a fresh random nonce
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
            var sealed = cipher.doFinal(content);
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(VERSION)
                    .put(cipher.getIV())
                    .put(sealed)
                    .flip();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every JDK", impossible);
        }
    }

    private byte[] decrypted(UUID id, byte[] stored) {
        if (stored.length <= 1 + NONCE || stored[0] != VERSION) {
            throw new IllegalStateException("The content of file " + id + " is not one of ours");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, stored, 1, NONCE));
            cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(stored, 1 + NONCE, stored.length - 1 - NONCE);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException(
                    "The content of file " + id + " was altered, or encrypted with another secret", altered);
        }
    }
}
