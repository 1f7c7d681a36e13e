package fr.parvis.applications;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Access tokens of programs that act for themselves and not for a person (RFC 6749, section 4.4). */
@Repository
public class ClientTokens {

    /** Asked for again by a program that goes on: a stolen one is of little use. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Applications applications;
    private final RandomGenerator random;
    private final Clock clock;

    ClientTokens(JdbcClient jdbc, Applications applications, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.random = random;
        this.clock = clock;
    }

    /** A new token of this application. */
    public String issue(Application application) {
        var token = Digests.newSecret(random);
        jdbc.sql("""
                        insert into applications.client_token (hash, application, expires_at)
                        values (:hash, :application, :end)
                        """)
                .param("hash", Digests.of(token))
                .param("application", application.id())
                .param("end", now().plus(GOOD_FOR))
                .update();
        return token;
    }

    /** The application that holds this token, unless it is over or the application is suspended. */
    public Optional<Application> holder(String token) {
        return jdbc.sql("select application from applications.client_token where hash = :hash and expires_at > :now")
                .param("hash", Digests.of(token))
                .param("now", now())
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .flatMap(applications::find)
                .filter(application -> !application.suspended());
    }

    public int deleteExpired() {
        return jdbc.sql("delete from applications.client_token where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
