package fr.parvis.partners.calls;

import fr.parvis.partners.api.CallNote.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log of calls: one row each, kept two weeks. */
@Repository
public class PartnerCalls {

    static final Duration KEPT = Duration.ofDays(14);

    /** Stands for the method of what came by SFTP. */
    private static final String DROP = "SFTP";

    private static final int KEPT_STATUS = 200;
    private static final int REFUSED_STATUS = 422;

    private final JdbcClient jdbc;
    private final Clock clock;

    PartnerCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A call to write down. */
    record Made(
            UUID partner,
            String method,
            String path,
            int status,
            int millis,
            Tally tally,
            @Nullable String code,
            @Nullable String requestId) {}

    /** Writes it down without waiting for the disk: after a power cut the last calls may be missing, never an event. */
    void add(Made call) {
        jdbc.sql("""
                        with hurry as (select set_config('synchronous_commit', 'off', true))
                        insert into partners.call (partner, at, method, path, status, millis, applied, duplicate, waiting,
                            late, refused, code, request_id)
                        select :partner, :now, :method, :path, :status, :millis, :applied, :duplicate, :waiting, :late,
                            :refused, :code, :requestId from hurry
                        """)
                .param("partner", call.partner())
                .param("now", now())
                .param("method", call.method())
                .param("path", call.path())
                .param("status", call.status())
                .param("millis", call.millis())
                .param("applied", call.tally().applied())
                .param("duplicate", call.tally().duplicate())
                .param("waiting", call.tally().waiting())
                .param("late", call.tally().late())
                .param("refused", call.tally().refused())
                .param("code", call.code())
                .param("requestId", call.requestId())
                .update();
    }

    /** Writes down a file that was dropped, among the calls: 200 when it was kept, 422 when it was refused. */
    public void addDrop(UUID partner, String path, Duration taken, @Nullable String code) {
        add(new Made(
                partner,
                DROP,
                path,
                code == null ? KEPT_STATUS : REFUSED_STATUS,
                (int) taken.toMillis(),
                new Tally(0, 0, 0, 0, 0),
                code,
                null));
    }

    /** The newest calls of a partner, newest first; those that were refused, in whole or in part, or all. */
    public List<Call> newest(UUID partner, boolean refused, int number) {
        return jdbc.sql("""
                        select * from partners.call where partner = :partner and (code is not null or not :refused)
                        order by id desc limit :number
                        """)
                .param("partner", partner)
                .param("refused", refused)
                .param("number", number)
                .query(PartnerCalls::call)
                .list();
    }

    /** The calls that a partner's program made between two moments, oldest first; dropped files are not of them. */
    public List<Call> between(UUID partner, Instant from, Instant to, int number) {
        return jdbc.sql("""
                        select * from partners.call where partner = :partner and at between :from and :to and method <> :drop
                        order by id limit :number
                        """)
                .param("partner", partner)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("drop", DROP)
                .param("number", number)
                .query(PartnerCalls::call)
                .list();
    }

    void eraseOld() {
        jdbc.sql("delete from partners.call where at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        return new Call(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("method"),
                row.getString("path"),
                row.getInt("status"),
                row.getInt("millis"),
                new Tally(
                        row.getInt("applied"),
                        row.getInt("duplicate"),
                        row.getInt("waiting"),
                        row.getInt("late"),
                        row.getInt("refused")),
                row.getString("code"),
                row.getString("request_id"));
    }
}
