package fr.parvis.partners.console.conformance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs as rows; a partner has one under way at most. */
@Repository
class RunTable {

    /** What a run looked at is gone sooner: print its report. */
    private static final Duration KEPT = Duration.ofDays(14);

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    RunTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Starts one, unless one is under way, and gives the one that now is. */
    Run start(UUID partner, Collection<String> types) {
        jdbc.sql("""
                        insert into partners.run (id, partner, started_at, types)
                        values (:id, :partner, :now, :types)
                        on conflict (partner) where ended_at is null do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("partner", partner)
                .param("now", now())
                .param("types", types.toArray(String[]::new))
                .update();
        return jdbc.sql("select * from partners.run where partner = :partner and ended_at is null")
                .param("partner", partner)
                .query(RunTable::run)
                .single();
    }

    void end(UUID partner, UUID run) {
        jdbc.sql("update partners.run set ended_at = :now where partner = :partner and id = :id and ended_at is null")
                .param("now", now())
                .param("partner", partner)
                .param("id", run)
                .update();
    }

    Optional<Run> find(UUID partner, UUID run) {
        return jdbc.sql("select * from partners.run where partner = :partner and id = :id")
                .param("partner", partner)
                .param("id", run)
                .query(RunTable::run)
                .optional();
    }

    /** The newest of a partner, newest first. */
    List<Run> of(UUID partner) {
        return jdbc.sql("select * from partners.run where partner = :partner order by started_at desc limit :shown")
                .param("partner", partner)
                .param("shown", SHOWN)
                .query(RunTable::run)
                .list();
    }

    /**
     * Turns away one push of a run under way: the first with a new event, once something else has come, so that the
     * program has already worked; never of a partner in service, whose residents wait. False when these may pass.
     */
    boolean hinder(UUID partner, Collection<String> events) {
        return jdbc.sql("""
                        update partners.run r set hindered_at = :now, hindered_event = fresh.id
                        from (select id from unnest(:events::text[]) as t(id) where not exists (
                            select from partners.event e where e.partner = :partner and e.id = t.id) limit 1) fresh
                        where r.partner = :partner and r.ended_at is null and r.hindered_at is null and exists (
                            select from partners.event e where e.partner = :partner and e.received_at >= r.started_at)
                            and exists (select from partners.partner p where p.id = :partner and p.sandbox)
                        """)
                        .param("now", now())
                        .param("events", events.toArray(String[]::new))
                        .param("partner", partner)
                        .update()
                > 0;
    }

    void eraseOld() {
        jdbc.sql("delete from partners.run where started_at < :before")
                .param("before", now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var hindered = row.getObject("hindered_at", OffsetDateTime.class);
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                List.of((String[]) row.getArray("types").getArray()),
                hindered == null ? null : hindered.toInstant(),
                row.getString("hindered_event"));
    }
}
