package fr.parvis.partners.feeds.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.jspecify.annotations.Nullable;

/** A partner's program that drops files, with the client of Apache MINA SSHD. */
final class DropClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SshClient client = SshClient.setUpDefaultClient();
    private final AtomicReference<@Nullable PublicKey> met = new AtomicReference<>();
    private final int port;

    DropClient(int port) {
        this.port = port;
        client.setServerKeyVerifier((session, address, key) -> {
            met.set(key);
            return true;
        });
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        CoreModuleProperties.REQUEST_SHELL_REPLY.set(client, true);
        client.start();
    }

    static KeyPair newKey(String kind, int bits) {
        try {
            return KeyUtils.generateKeyPair(kind, bits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String line(KeyPair key) {
        return PublicKeyEntry.toString(key.getPublic());
    }

    /** The fingerprint of the server met last. */
    String met() {
        return KeyUtils.getFingerPrint(met.get());
    }

    ClientSession session(String user, KeyPair key) throws IOException {
        var session = connected(user);
        session.addPublicKeyIdentity(key);
        session.auth().verify(PATIENCE);
        return session;
    }

    ClientSession connected(String user) throws IOException {
        return client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession();
    }

    SftpClient sftp(String user, KeyPair key) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session(user, key));
    }

    /** Sends a file under a name, whole; the answer to its closing is awaited. */
    static void put(SftpClient sftp, String path, String content) throws IOException {
        try (var handle = sftp.open(path, List.of(OpenMode.Write, OpenMode.Create, OpenMode.Truncate))) {
            var bytes = content.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                sftp.write(handle, 0, bytes, 0, bytes.length);
            }
        }
    }

    static String get(SftpClient sftp, String path) throws IOException {
        try (var stream = sftp.read(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> names(SftpClient sftp, String path) {
        try {
            return StreamSupport.stream(sftp.readDir(path).spliterator(), false)
                    .map(SftpClient.DirEntry::getFilename)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
