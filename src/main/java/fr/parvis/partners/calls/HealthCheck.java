package fr.parvis.partners.calls;

import fr.parvis.kernel.French;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how a partner does from what it sent; what counts much is counted up to a limit, whatever the night was like. */
@Repository
public class HealthCheck {

    /** An hour with events is busy; a silence is what lies between two busy hours. */
    private static final String HEALTH = """
            with p as (select :partner::uuid as id),
            busy as (
                select h from generate_series(date_trunc('hour', :now::timestamptz) - interval '14 days',
                    date_trunc('hour', :now::timestamptz), interval '1 hour') as h
                where exists (select from partners.event e where e.partner = (select id from p)
                    and e.received_at >= h and e.received_at < h + interval '1 hour')),
            hour as (
                select received_at - at as lag from partners.event
                where partner = :partner and received_at > :now::timestamptz - interval '1 hour'
                order by received_at desc limit :most),
            -- what is caught up says nothing of how long news takes
            prompt as (select lag from hour where lag <= interval '1 day')
            select
                (select max(received_at) from partners.event where partner = :partner) as last_event,
                (select count(*) from (select from partners.event
                    where partner = :partner and received_at >= :midnight limit :most) t) as events_today,
                (select count(*) from (select from partners.refusal
                    where partner = :partner and at >= :midnight limit :most) t) as refusals_today,
                (select count(*) from hour) as taken,
                (select count(*) from (select from partners.refusal
                    where partner = :partner and at > :now::timestamptz - interval '1 hour' limit :most) t) as refused,
                (select extract(epoch from percentile_disc(0.5) within group (order by lag)) from prompt) as lag_median,
                (select extract(epoch from max(lag)) from prompt) as lag_worst,
                (select extract(epoch from max(h - before)) from
                    (select h, lag(h) over (order by h) as before from busy) t) as usual_silence,
                (select count(*) from (select from partners.event
                    where partner = :partner and state = 'WAITING' limit :most) t) as waiting
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    HealthCheck(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How this partner does now. */
    public Health of(UUID partner) {
        var now = clock.instant();
        return jdbc.sql(HEALTH)
                .param("partner", partner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("midnight", French.day(now).atStartOfDay(French.PARIS).toOffsetDateTime())
                .param("most", Health.MOST)
                .query((row, number) -> health(row, now))
                .single();
    }

    private static Health health(ResultSet row, Instant now) throws SQLException {
        var last = row.getObject("last_event", OffsetDateTime.class);
        return new Health(
                now,
                last == null ? null : last.toInstant(),
                row.getInt("events_today"),
                row.getInt("refusals_today"),
                row.getInt("taken"),
                row.getInt("refused"),
                seconds(row, "lag_median"),
                seconds(row, "lag_worst"),
                seconds(row, "usual_silence"),
                row.getInt("waiting"));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(value);
    }
}
