package fr.parvis.partners.console.conformance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was taken and refused of a partner between two moments. */
@Repository
class Sightings {

    private static final int SHOWN = 3;

    private final JdbcClient jdbc;

    Sightings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The moments of a run. */
    record Window(UUID partner, Instant from, Instant until) {}

    private static final String TAKEN = "partner = :partner and received_at between :from and :until";

    /** Types of events that were taken. */
    Set<String> types(Window window) {
        return new HashSet<>(query("select distinct type from partners.event where " + TAKEN, window)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** How many cases were spoken of. */
    int cases(Window window) {
        return query("select count(distinct case_key) from partners.event where " + TAKEN, window)
                .query(Integer.class)
                .single();
    }

    /** Cases whose first event is neither number 1 nor a whole state; a few. */
    List<String> misnumbered(Window window) {
        return query("""
                        select case_key from partners.event e where partner = :partner and case_key in (
                            select case_key from partners.event where partner = :partner
                            and received_at between :from and :until and case_key is not null)
                        group by case_key
                        having min(sequence) <> 1
                            and not bool_or(type = 'fr.parvis.case.state.v1')
                        order by case_key limit :shown
                        """, window)
                .param("shown", SHOWN)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many events came before one that precedes them, or after one that follows them. */
    int outOfOrder(Window window) {
        return query("""
                        select coalesce(sum(waiting + late), 0) from partners.call
                        where partner = :partner and at between :from and :until
                        """, window).query(Integer.class).single();
    }

    /** How many of them still wait. */
    int waiting(Window window) {
        return query("select count(*) from partners.event where state = 'WAITING' and " + TAKEN, window)
                .query(Integer.class)
                .single();
    }

    /** How many refusals there were of events that had an id. */
    int refusals(Window window) {
        return query("""
                        select count(*) from partners.refusal
                        where partner = :partner and at between :from and :until and event_id is not null
                        """, window).query(Integer.class).single();
    }

    /** Events that came again just as they had been refused; a few. */
    List<String> insisted(Window window) {
        return query("""
                        select event_id from partners.refusal
                        where partner = :partner and at between :from and :until and event_id is not null
                        group by event_id, content having count(*) > 1 order by event_id limit :shown
                        """, window)
                .param("shown", SHOWN)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** When this event came, taken or refused, after that moment. */
    Optional<Instant> came(UUID partner, String event, Instant after) {
        return jdbc.sql("""
                        select min(at) from (
                            select received_at as at from partners.event where partner = :partner and id = :event
                            union all
                            select at from partners.refusal where partner = :partner and event_id = :event) t
                        where at > :after having count(*) > 0
                        """)
                .param("partner", partner)
                .param("event", event)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private JdbcClient.StatementSpec query(String sql, Window window) {
        return jdbc.sql(sql)
                .param("partner", window.partner())
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("until", window.until().atOffset(ZoneOffset.UTC));
    }
}
