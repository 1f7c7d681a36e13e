package fr.parvis.identity.factors;

import fr.parvis.identity.sessions.Entry;
import fr.parvis.identity.sessions.Method;
import fr.parvis.kernel.Token;
import fr.parvis.kernel.web.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who showed a first factor and still have to show the second; a quarter of an hour at most. */
@Repository
class Doorsteps {

    private static final String COOKIE = "parvis_seuil";
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final HostCookies cookies;
    private final RandomGenerator random;
    private final Clock clock;

    Doorsteps(JdbcClient jdbc, HostCookies cookies, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.cookies = cookies;
        this.random = random;
        this.clock = clock;
    }

    /** Whose account it is, and what they showed so far. */
    record Doorstep(UUID account, Entry entry) {}

    void keep(Doorstep doorstep, HttpServletResponse response) {
        var token = Token.next(random);
        jdbc.sql("""
                        insert into identity.doorstep (token_hash, account_id, methods, id_token, expires_at)
                        values (:hash, :account, :methods, :idToken, :expires)
                        """)
                .param("hash", token.hash())
                .param("account", doorstep.account())
                .param("methods", Method.write(doorstep.entry().methods()))
                .param("idToken", doorstep.entry().idToken())
                .param("expires", now().plus(KEPT))
                .update();
        cookies.write(response, COOKIE, token.value(), KEPT);
    }

    Optional<Doorstep> find(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .flatMap(token -> jdbc.sql("""
                        select account_id, methods, id_token from identity.doorstep
                        where token_hash = :hash and expires_at > :now
                        """)
                        .param("hash", new Token(token).hash())
                        .param("now", now())
                        .query((row, number) -> new Doorstep(
                                row.getObject(1, UUID.class),
                                new Entry(Method.read(row.getString(2)), row.getString(3))))
                        .optional());
    }

    /** Nobody stands there any more: they are in. False when they were let in, or forgotten, meanwhile. */
    boolean leave(HttpServletRequest request, HttpServletResponse response) {
        cookies.remove(response, COOKIE);
        return cookies.read(request, COOKIE)
                .filter(token -> jdbc.sql("delete from identity.doorstep where token_hash = :hash")
                                .param("hash", new Token(token).hash())
                                .update()
                        == 1)
                .isPresent();
    }

    void deleteExpired() {
        jdbc.sql("delete from identity.doorstep where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
