package fr.parvis.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Signing in with a password, the hashes it is made of, and a flood of wrong ones from everywhere. */
final class PasswordRun {

    /** Those of the product (PasswordHashes). */
    static final String PARAMETERS = "Argon2id, 19 MiB, 2 passes";

    private static final String PASSWORD = "Parvis-demo-2026";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final String hash = argon2.encode(PASSWORD);
    private final String token;
    private final String cookies;

    private PasswordRun(String token, String cookies) {
        this.token = token;
        this.cookies = cookies;
    }

    /** With as many accounts of one password: who tries one account often at once is slowed down. */
    static PasswordRun prepare(Connection connection, int people)
            throws IOException, InterruptedException, SQLException {
        var anybody = new Person();
        var token = anybody.token();
        var run = new PasswordRun(token, anybody.cookieHeader());
        try (var insert = connection.prepareStatement("""
                insert into identity.account (id, first_name, last_name, email, password_hash, demo, created_at)
                select gen_random_uuid(), 'Banc', 'Essai', 'entree-' || n || '@parvis.example', ?, true, now()
                from generate_series(0, ? - 1) n
                """)) {
            insert.setString(1, run.hash);
            insert.setInt(2, people);
            insert.executeUpdate();
        }
        return run;
    }

    /** As many people sign in, once each. */
    List<Callable<Void>> signIns(int people) {
        return IntStream.range(0, people)
                .<Callable<Void>>mapToObj(number -> () -> signIn("entree-" + number + "@parvis.example"))
                .toList();
    }

    private Void signIn(String email) throws IOException {
        if (send(email, PASSWORD) != HttpURLConnection.HTTP_SEE_OTHER) {
            throw new IllegalStateException("not signed in");
        }
        return null;
    }

    /** The hash alone, in this process. */
    List<Callable<Void>> hashes(int number) {
        return Collections.nCopies(number, () -> {
            if (!argon2.matches(PASSWORD, hash)) {
                throw new IllegalStateException("not this password");
            }
            return null;
        });
    }

    /** A wrong password for nobody's address, from a computer of its own. */
    int wrong() throws IOException {
        return send("x" + ThreadLocalRandom.current().nextLong() + "@flood.example", "not this one");
    }

    private int send(String email, String password) throws IOException {
        var connection = (HttpURLConnection)
                URI.create(Server.URL).resolve("/connexion").toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Cookie", cookies);
        var random = ThreadLocalRandom.current();
        connection.setRequestProperty(
                "X-Forwarded-For", "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000)));
        connection.setDoOutput(true);
        connection
                .getOutputStream()
                .write(("email=" + email + "&password=" + password + "&_csrf=" + token)
                        .getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            body.readAllBytes(); // the connection serves again
        }
        return status;
    }
}
