package fr.parvis.identity.scim.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the directory called and what came of it, kept thirty days for those who mend its settings. */
@Repository
public class Calls {

    /** One call. */
    public record Call(Instant at, String method, String path, int status, String reason) {

        public boolean isRefused() {
            return status >= 400;
        }
    }

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST = 500;

    private static final RowMapper<Call> CALL = (row, number) -> new Call(
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("method"),
            row.getString("path"),
            row.getInt("status"),
            row.getString("reason"));

    private final JdbcClient jdbc;
    private final Clock clock;

    Calls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void note(String method, String path, int status, String reason) {
        jdbc.sql("""
                        insert into identity.directory_call (at, method, path, status, reason)
                        values (:at, :method, :path, :status, :reason)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("method", method)
                .param("path", fitting(path))
                .param("status", status)
                .param("reason", fitting(reason))
                .update();
    }

    /** The newest calls, newest first. */
    public List<Call> newest(int number) {
        return jdbc.sql("select * from identity.directory_call order by id desc limit :number")
                .param("number", number)
                .query(CALL)
                .list();
    }

    /** The newest of those that were refused, newest first. */
    public List<Call> refused(int number) {
        return jdbc.sql("select * from identity.directory_call where status >= 400 order by id desc limit :number")
                .param("number", number)
                .query(CALL)
                .list();
    }

    void deleteOld() {
        jdbc.sql("delete from identity.directory_call where at < :before")
                .param("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** PostgreSQL keeps no NUL, which whoever calls may send. */
    private static String fitting(String text) {
        return text.substring(0, Math.min(LONGEST, text.length())).replace("\0", "");
    }
}
