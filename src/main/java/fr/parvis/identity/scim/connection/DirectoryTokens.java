package fr.parvis.identity.scim.connection;

import fr.parvis.kernel.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the town's directory proves itself with: a token, known here by its hash. */
@Repository
public class DirectoryTokens {

    /** How long a replaced token still works, for the directory's settings to be changed. */
    static final Duration OVERLAP = Duration.ofDays(7);

    private static final Duration BETWEEN_DATES = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    DirectoryTokens(JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A token that works now.
     *
     * @param expires empty for the one in use
     * @param lastUsed to the minute
     */
    public record Working(Instant created, UUID createdBy, Optional<Instant> expires, Optional<Instant> lastUsed) {}

    /** Makes a token, shown this once; the former one works for seven days more. */
    @Transactional
    public Token renew(UUID by) {
        var token = Token.next(random);
        jdbc.sql("update identity.directory_token set expires_at = least(expires_at, :end)")
                .param("end", now().plus(OVERLAP))
                .update();
        jdbc.sql("insert into identity.directory_token (hash, created_at, created_by) values (:hash, :now, :by)")
                .param("hash", token.hash())
                .param("now", now())
                .param("by", by)
                .update();
        return token;
    }

    /** Takes every token back at once. */
    public void revoke() {
        jdbc.sql("delete from identity.directory_token").update();
    }

    /** The tokens that work, the newest first. */
    public List<Working> working() {
        return jdbc.sql("""
                        select created_at, created_by, expires_at, last_used_at from identity.directory_token
                        where expires_at is null or expires_at > :now order by created_at desc
                        """)
                .param("now", now())
                .query((row, number) -> new Working(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, UUID.class),
                        Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** Whether it works; its last use is noted once a minute. */
    public boolean works(Token token) {
        boolean works = jdbc.sql("""
                        select exists (select from identity.directory_token
                                       where hash = :hash and (expires_at is null or expires_at > :now))
                        """)
                .param("hash", token.hash())
                .param("now", now())
                .query(Boolean.class)
                .single();
        if (works) {
            touch(token);
        }
        return works;
    }

    void deleteExpired() {
        jdbc.sql("delete from identity.directory_token where expires_at <= :now")
                .param("now", now())
                .update();
    }

    private void touch(Token token) {
        jdbc.sql("""
                        update identity.directory_token set last_used_at = :now
                        where hash = :hash and coalesce(last_used_at, '-infinity') < :lately
                        """)
                .param("hash", token.hash())
                .param("now", now())
                .param("lately", now().minus(BETWEEN_DATES))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
