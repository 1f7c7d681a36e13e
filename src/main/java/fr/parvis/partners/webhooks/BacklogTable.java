package fr.parvis.partners.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries that wait, taken together. */
@Repository
class BacklogTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    BacklogTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first of each topic tells: what comes after it was not tried. */
    Backlog of(UUID partner) {
        return jdbc.sql("""
                        with firsts as (
                            select distinct on (topic) number, created_at, next_at, last_error from partners.delivery
                            where partner = :partner and state = 'PENDING' order by topic, number)
                        select (select count(*) from partners.delivery where partner = :partner and state = 'PENDING')
                                as waiting,
                            min(created_at) as oldest, min(next_at) as next,
                            (array_agg(last_error order by number) filter (where last_error is not null))[1] as answer
                        from firsts
                        """).param("partner", partner).query(this::backlog).single();
    }

    /**
     * Makes all that waits due now, with all its attempts again. What is being tried at this moment is left alone: it is
     * due again within the lease.
     */
    int hurry(UUID partner) {
        var now = clock.instant();
        return jdbc.sql("""
                        update partners.delivery set attempts = 0, next_at = :now
                        where partner = :partner and state = 'PENDING' and next_at > :tried
                        """)
                .param("partner", partner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("tried", now.plus(DeliveryTable.LEASE).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Backlog backlog(ResultSet row, int number) throws SQLException {
        return new Backlog(
                clock.instant(),
                row.getInt("waiting"),
                instant(row, "oldest"),
                row.getString("answer"),
                instant(row, "next"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
