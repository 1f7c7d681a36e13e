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
import tools.jackson.databind.json.JsonMapper;

/** Trials that run and what was said in them, as rows. */
@Repository
class TrialTable {

    /** Long enough to talk about it with the vendor the next day. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** Anybody can send messages in an application's name: they do not fill the table. */
    private static final int MOST = 200;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    TrialTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Runs until then, with no message yet. */
    void start(UUID application, Instant end) {
        jdbc.sql("delete from applications.trial_message where application = :application")
                .param("application", application)
                .update();
        jdbc.sql("""
                        insert into applications.trial (application, started_at, ends_at) values (:application, :now, :end)
                        on conflict (application) do update set started_at = excluded.started_at, ends_at = excluded.ends_at
                        """)
                .param("application", application)
                .param("now", now())
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID application) {
        jdbc.sql("delete from applications.trial where application = :application")
                .param("application", application)
                .update();
    }

    /** The end of each trial that runs, by the application tried and by its stand-in. */
    Map<UUID, Instant> running() {
        Map<UUID, Instant> ends = new HashMap<>();
        jdbc.sql("""
                        select a.id, t.ends_at from applications.trial t
                        join applications.application a on a.id = t.application or a.stands_in_for = t.application
                        where t.ends_at > :now
                        """).param("now", now()).query(row -> {
            ends.put(
                    row.getObject(1, UUID.class),
                    row.getObject(2, OffsetDateTime.class).toInstant());
        });
        return ends;
    }

    /** Keeps a message; on a stand-in, with those of the application it plays. */
    void insert(UUID application, Message message) {
        jdbc.sql("""
                        insert into applications.trial_message
                            (application, at, kind, good, summary, reason, asked, answered)
                        select coalesce(stands_in_for, id), :at, :kind, :good, :summary, :reason, :asked::jsonb,
                            :answered::jsonb
                        from applications.application a
                        where id = :application and :most > (
                            select count(*) from applications.trial_message where application = a.id)
                        """)
                .param("application", application)
                .param("at", message.at().atOffset(ZoneOffset.UTC))
                .param("kind", message.kind().name())
                .param("good", message.good())
                .param("summary", message.summary())
                .param("reason", message.reason())
                .param("asked", JSON.writeValueAsString(message.asked()))
                .param("answered", JSON.writeValueAsString(message.answered()))
                .param("most", MOST)
                .update();
    }

    /** What was said, in order. */
    List<Message> messages(UUID application) {
        return jdbc.sql("""
                        select at, kind, good, summary, reason, asked, answered from applications.trial_message
                        where application = :application order by id
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

    /** Forgets old messages, and the stand-ins of trials that are over. */
    void deleteOld() {
        jdbc.sql("delete from applications.trial_message where at < :before")
                .param("before", now().minus(KEPT))
                .update();
        jdbc.sql("delete from applications.trial where ends_at < :now")
                .param("now", now())
                .update();
        jdbc.sql("""
                        delete from applications.application a where stands_in_for is not null
                            and not exists (select from applications.trial where application = a.stands_in_for)
                        """).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
