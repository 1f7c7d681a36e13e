package fr.parvis.partners.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was refused of a partner, and who looked at what it says of people. */
@Repository
public class Refusals {

    private static final Duration DISCLOSURES_KEPT = Duration.ofDays(365);

    private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    /** Between the answer to a call and its row in the log. */
    private static final int SLACK_MILLIS = 50;

    /** In an event, and hardly in the line of a table. */
    private static final String OF_EVENTS = "%\"specversion\"%";

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody looked. */
    public record Disclosure(Instant at, UUID administrator) {}

    /** Why events were refused, and how many of them. */
    public record Reason(String code, int number) {

        /** Whether trying them again can help. */
        public boolean replayable() {
            return !"too-large".equals(code) && Advice.on(code).replay();
        }
    }

    public List<Refused> newest(UUID partner, int number) {
        return jdbc.sql("select * from partners.refusal where partner = :partner order by id desc limit :number")
                .param("partner", partner)
                .param("number", number)
                .query(Refusals::refused)
                .list();
    }

    /** The first event that was refused while each of these calls lasted, for the reason it was answered; by call. */
    Map<Long, Refused> told(UUID partner, List<Call> calls) {
        if (calls.isEmpty()) {
            return Map.of();
        }
        Map<Long, Refused> told = new HashMap<>();
        jdbc.sql("""
                        select distinct on (c.id) c.id as call, r.* from partners.call c
                        join partners.refusal r on r.partner = c.partner and r.code = c.code
                            and r.at between c.at - make_interval(secs => (c.millis + :slack) / 1000.0) and c.at
                        where c.partner = :partner and c.id between :first and :last and r.at > :oldest
                        order by c.id, r.id
                        """)
                .param("partner", partner)
                .param("slack", SLACK_MILLIS)
                .param("first", calls.getLast().id())
                .param("last", calls.getFirst().id())
                .param("oldest", calls.getLast().at().minus(LONGEST_CALL).atOffset(ZoneOffset.UTC))
                .query((row, number) -> told.put(row.getLong("call"), refused(row, number)))
                .list();
        return told;
    }

    /** A refusal of this partner's; of another's there is none. */
    public Optional<Refused> find(UUID partner, long id) {
        return jdbc.sql("select * from partners.refusal where partner = :partner and id = :id")
                .param("partner", partner)
                .param("id", id)
                .query(Refusals::refused)
                .optional();
    }

    /** What stands against events that could be tried again, and how many of them; the most frequent first. */
    public List<Reason> reasons(UUID partner) {
        return jdbc
                .sql("""
                        select code, count(*) from (
                            select code from partners.refusal where partner = :partner and content like :event
                            order by id desc limit :most) t
                        group by code order by count(*) desc, code
                        """)
                .param("partner", partner)
                .param("event", OF_EVENTS)
                .param("most", Health.MOST)
                .query((row, n) -> new Reason(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .filter(Reason::replayable)
                .toList();
    }

    /**
     * Takes the oldest events that were refused for this reason, to be tried again together, in their order. Lines of
     * tables stay: they become events by the mapping alone.
     */
    @Transactional
    public List<Refused> take(UUID partner, Reason reason) {
        var events = jdbc
                .sql("""
                        select * from partners.refusal
                        where partner = :partner and code = :code and content like :event
                        order by id limit :most for update skip locked
                        """)
                .param("partner", partner)
                .param("code", reason.code())
                .param("event", OF_EVENTS)
                .param("most", reason.number())
                .query(Refusals::refused)
                .list()
                .stream()
                .filter(Refused::replayable)
                .toList();
        jdbc.sql("delete from partners.refusal where id = any(:ids)")
                .param("ids", events.stream().map(Refused::id).toArray(Long[]::new))
                .update();
        return events;
    }

    /** It is tried again: if it is refused once more, that is a refusal of its own. Whether it still was there. */
    public boolean remove(UUID partner, long id) {
        return jdbc.sql("delete from partners.refusal where partner = :partner and id = :id")
                        .param("partner", partner)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** An administrator is shown what a refused event says of a person. */
    public void disclose(UUID partner, Refused refused, UUID administrator) {
        jdbc.sql("""
                        insert into partners.disclosure (at, partner, event_id, administrator)
                        values (:now, :partner, :event, :administrator)
                        """)
                .param("now", now())
                .param("partner", partner)
                .param("event", refused.eventId())
                .param("administrator", administrator)
                .update();
    }

    /** Who looked at events of a partner, newest first. */
    public List<Disclosure> disclosures(UUID partner, int number) {
        return jdbc.sql("""
                        select at, administrator from partners.disclosure where partner = :partner
                        order by id desc limit :number
                        """)
                .param("partner", partner)
                .param("number", number)
                .query((row, n) -> new Disclosure(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class)))
                .list();
    }

    void eraseOldDisclosures() {
        jdbc.sql("delete from partners.disclosure where at < :before")
                .param("before", now().minus(DISCLOSURES_KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Refused refused(ResultSet row, int number) throws SQLException {
        return new Refused(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event_id"),
                row.getString("code"),
                row.getString("pointer"),
                row.getString("detail"),
                row.getString("content"));
    }
}
