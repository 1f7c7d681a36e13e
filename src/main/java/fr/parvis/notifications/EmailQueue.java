package fr.parvis.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of messages: waiting, sent, given up. */
@Component
class EmailQueue {

    private static final Duration KEPT_AFTER_SENDING = Duration.ofDays(30);
    private static final int LONGEST_ERROR = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Clock clock;

    EmailQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(Email email) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into notifications.email (id, recipient, subject, content, state, created_at)
                values (:id, :recipient, :subject, cast(:content as json), 'QUEUED', :now)""")
                .param("id", id)
                .param("recipient", email.to())
                .param("subject", email.subject())
                .param("content", JSON.writeValueAsString(email))
                .param("now", now())
                .update();
        return id;
    }

    Optional<QueuedEmail> find(UUID id) {
        return jdbc.sql("select id, content, state, attempts, created_at from notifications.email where id = :id")
                .param("id", id)
                .query(EmailQueue::queued)
                .optional();
    }

    List<QueuedEmail> recent(int limit) {
        return jdbc.sql("""
                select id, content, state, attempts, created_at from notifications.email
                order by created_at desc, id limit :limit""").param("limit", limit).query(EmailQueue::queued).list();
    }

    List<UndeliveredEmail> undelivered() {
        return jdbc.sql("""
                select id, recipient, subject, state, attempts, last_error, created_at, next_attempt_at
                from notifications.email
                where state <> 'SENT' and last_error is not null
                order by created_at desc, id limit 500""").query(EmailQueue::undeliveredEmail).list();
    }

    void markSent(UUID id) {
        jdbc.sql("""
                update notifications.email
                set state = 'SENT', sent_at = :now, next_attempt_at = null, last_error = null
                where id = :id""").param("id", id).param("now", now()).update();
    }

    /** Notes an attempt that failed. */
    void markFailed(UUID id, String error, int attempts, Instant nextAttempt) {
        jdbc.sql("""
                update notifications.email
                set attempts = :attempts, last_error = :error, next_attempt_at = :next
                where id = :id and state = 'QUEUED'""")
                .param("id", id)
                .param("attempts", attempts)
                .param("error", shortened(error))
                .param("next", nextAttempt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void markDead(UUID id, String error, int attempts) {
        jdbc.sql("""
                update notifications.email
                set state = 'DEAD', attempts = :attempts, last_error = :error, next_attempt_at = null
                where id = :id and state = 'QUEUED'""")
                .param("id", id)
                .param("attempts", attempts)
                .param("error", shortened(error))
                .update();
    }

    /** Gives an unsent message all its attempts back; false when there is none, or it was sent. */
    boolean requeue(UUID id) {
        return jdbc.sql("""
                update notifications.email set state = 'QUEUED', attempts = 0, next_attempt_at = :now
                where id = :id and state <> 'SENT'""").param("id", id).param("now", now()).update() == 1;
    }

    /** Erases what was sent more than 30 days ago; returns how many messages. */
    int eraseOld() {
        return jdbc.sql("delete from notifications.email where sent_at < :limit")
                .param("limit", clock.instant().minus(KEPT_AFTER_SENDING).atOffset(ZoneOffset.UTC))
                .update();
    }

    int count(EmailState state) {
        return jdbc.sql("select count(*) from notifications.email where state = :state")
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String error) {
        return error.substring(0, Math.min(error.length(), LONGEST_ERROR)).replace('\0', ' ');
    }

    private static QueuedEmail queued(ResultSet row, int number) throws SQLException {
        return new QueuedEmail(
                row.getObject("id", UUID.class),
                JSON.readValue(row.getString("content"), Email.class),
                EmailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static UndeliveredEmail undeliveredEmail(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
        return new UndeliveredEmail(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                EmailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant());
    }
}
