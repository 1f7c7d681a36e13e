package fr.parvis.applications.hearing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Trials that run and what was said in them, as rows. */
@Repository
class TrialTable {

    /** Long enough to talk about it with the vendor the next day. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** Anybody can send messages in an application's name: they do not fill the table. */
    static final int MOST = 200;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    TrialTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A trial that runs: until when, and what its values are masked with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Running(Instant end, byte[] key) {}

    /** Runs until then, with no message yet. */
    void start(UUID application, Instant end, byte[] key) {
        jdbc.sql("delete from applications.trial_message where application = :application")
                .param("application", application)
                .update();
        jdbc.sql("""
                        insert into applications.trial (application, started_at, ends_at, key)
                        values (:application, :now, :end, :key)
                        on conflict (application) do update set started_at = excluded.started_at,
                            ends_at = excluded.ends_at, key = excluded.key
                        """)
                .param("application", application)
                .param("now", now())
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("key", key)
                .update();
    }

    void end(UUID application) {
        jdbc.sql("delete from applications.trial where application = :application")
                .param("application", application)
                .update();
    }

    /** The trials that run, by the application tried. */
    Map<UUID, Running> running() {
        Map<UUID, Running> trials = new HashMap<>();
        jdbc.sql("select application, ends_at, key from applications.trial where ends_at > :now")
                .param("now", now())
                .query(row -> {
                    trials.put(
                            row.getObject(1, UUID.class),
                            new Running(row.getObject(2, OffsetDateTime.class).toInstant(), row.getBytes(3)));
                });
        return trials;
    }

    /** Keeps a message, and drops the one that is too many. */
    @Transactional
    void insert(UUID application, Message message) {
        var number = next(application);
        jdbc.sql("""
                        insert into applications.trial_message
                            (application, number, at, kind, good, summary, reason, asked, answered)
                        values (:application, :number, :at, :kind, :good, :summary, :reason, :asked::jsonb,
                            :answered::jsonb)
                        """)
                .param("number", number)
                .param("application", application)
                .param("at", message.at().atOffset(ZoneOffset.UTC))
                .param("kind", message.kind().name())
                .param("good", message.good())
                .param("summary", message.summary())
                .param("reason", message.reason())
                .param("asked", JSON.writeValueAsString(message.asked()))
                .param("answered", JSON.writeValueAsString(message.answered()))
                .update();
        jdbc.sql("delete from applications.trial_message where application = :application and number <= :dropped")
                .param("application", application)
                .param("dropped", number - MOST)
                .update();
    }

    /** Messages of one application are numbered one after the other: its row is held meanwhile. */
    private int next(UUID application) {
        jdbc.sql("select 1 from applications.application where id = :application for no key update")
                .param("application", application)
                .query(Integer.class)
                .single();
        return jdbc.sql("""
                        select coalesce(max(number), 0) + 1 from applications.trial_message
                        where application = :application
                        """)
                .param("application", application)
                .query(Integer.class)
                .single();
    }

    /** How many messages came before those that are kept. */
    long dropped(UUID application) {
        return jdbc.sql("""
                        select coalesce(min(number) - 1, 0) from applications.trial_message
                        where application = :application
                        """).param("application", application).query(Long.class).single();
    }

    /** What was said, in order. */
    List<Message> messages(UUID application) {
        return jdbc.sql("""
                        select at, kind, good, summary, reason, asked, answered from applications.trial_message
                        where application = :application order by number
                        """)
                .param("application", application)
                .query((row, number) -> new Message(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        MessageKind.valueOf(row.getString(2)),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5),
                        List.of(JSON.readValue(row.getString(6), Line[].class)),
                        List.of(JSON.readValue(row.getString(7), Line[].class))))
                .list();
    }

    /** Forgets old messages, and trials that are over. */
    void deleteOld() {
        jdbc.sql("delete from applications.trial_message where at < :before")
                .param("before", now().minus(KEPT))
                .update();
        jdbc.sql("delete from applications.trial where ends_at < :now")
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
