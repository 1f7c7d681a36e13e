package fr.parvis.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keys derived from the town's one secret (HKDF, RFC 5869), one per purpose, so that none reveals another. Losing the
 * secret makes encrypted files unreadable: it is backed up with the database.
 */
@Component
public class Secrets {

    private final SecretKey master;

    Secrets(Settings settings) {
        var configured = settings.secret();
        var encoded = configured == null ? kept(settings.data().resolve("secret")) : configured;
        this.master = new SecretKeySpec(Base64.getDecoder().decode(encoded), "HKDF");
    }

    /** The 256-bit key of one purpose, the same at every start. */
    public SecretKey key(String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(master)
                    .thenExpand(("parvis/" + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF is part of every JDK since 25", impossible);
        }
    }

    private static String kept(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Appears whole or not at all: half a secret would be worse than none. */
    private static void create(Path file) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = Files.createTempFile(folder, "secret", ".new"); // readable by its owner only
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(draft, Base64.getEncoder().encodeToString(bytes));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
