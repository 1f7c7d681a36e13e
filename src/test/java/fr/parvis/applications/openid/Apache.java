package fr.parvis.applications.openid;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Debian's Apache as a process of its own, with one page, and a browser that visits it. */
final class Apache implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final String address;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Apache(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.address = "http://localhost:" + port;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A folder that Apache's own user may write to. */
    static Path writable(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /** Starts it with these directives of the module under test, and waits until it answers. */
    static Apache start(Path folder, int port, String directives) throws IOException {
        writable(folder);
        Files.writeString(
                Files.createDirectories(folder.resolve("www")).resolve("index.html"), "Bienvenue chez Apache");
        var configuration = Files.writeString(folder.resolve("apache.conf"), common(folder, port) + directives);
        var process = new ProcessBuilder("apache2", "-D", "FOREGROUND", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        var apache = new Apache(folder, process, port);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(apache::answers);
        return apache;
    }

    private static String common(Path folder, int port) {
        return """
            ServerRoot %1$s
            PidFile %1$s/pid
            Mutex file:%1$s
            Listen 127.0.0.1:%2$d
            ServerName localhost:%2$d
            UseCanonicalName On
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
            LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
            ErrorLog %1$s/error.log
            DocumentRoot %1$s/www
            """.formatted(folder, port);
    }

    /** Where this page sends the browser. */
    String get(String path) throws IOException, InterruptedException {
        var answer = fetch(path);
        return answer.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body() + "\n" + log()));
    }

    String body(String path) throws IOException, InterruptedException {
        return fetch(path).body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean answers() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("Apache did not start: " + log());
        }
        try {
            return fetch("/").statusCode() > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html") // programs are not sent to sign in
                        .build(),
                BodyHandlers.ofString());
    }

    private String log() {
        try {
            var output = Files.readString(folder.resolve("output.log"));
            var errors = folder.resolve("error.log");
            return output + (Files.exists(errors) ? Files.readString(errors) : "");
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
