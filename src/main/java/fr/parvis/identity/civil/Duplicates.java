package fr.parvis.identity.civil;

import fr.parvis.identity.CivilIdentity;
import fr.parvis.identity.civil.Duplicate.Answer;
import fr.parvis.kernel.Reference;
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
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** People for whom an administrator has to say which of several accounts is theirs, and what was answered. */
@Repository
public class Duplicates {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Nobody answered, and nobody insisted. */
    private static final Duration WAITING_KEPT = Duration.ofDays(90);

    /** As long as somebody could contest what was decided about their account. */
    private static final Duration ANSWERED_KEPT = Duration.ofDays(365);

    /** How long a refusal stands before the same person may ask again. */
    private static final Duration REFUSAL_STANDS = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final RandomGenerator random;
    private final Clock clock;

    Duplicates(JdbcClient jdbc, RandomGenerator random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** Asks an administrator; what this person quotes. Asked again, and just refused, it is the same reference. */
    @Transactional
    public Reference ask(Arrival arrival) {
        return asked(arrival).orElseGet(() -> insert(arrival));
    }

    /** Whether it still waits; empty when nobody was given this reference. */
    public Optional<Boolean> isWaiting(Reference reference) {
        return jdbc.sql("select answer is null from identity.duplicate where reference = :reference")
                .param("reference", reference.value())
                .query(Boolean.class)
                .optional();
    }

    int countWaiting() {
        return jdbc.sql("select count(*) from identity.duplicate where answer is null")
                .query(Integer.class)
                .single();
    }

    /** Those that wait first, the oldest first; then what was answered, the newest first. */
    List<Duplicate> all() {
        return jdbc.sql("""
                        select * from identity.duplicate
                        order by answer is not null, case when answer is null then asked_at end, answered_at desc
                        """).query(Duplicates::duplicate).list();
    }

    Optional<Duplicate> find(UUID id) {
        return jdbc.sql("select * from identity.duplicate where id = :id")
                .param("id", id)
                .query(Duplicates::duplicate)
                .optional();
    }

    /** Whom a proof is of, at its provider. */
    record Subject(String issuer, String sub) {}

    /** Answers it once and for all; empty when somebody did meanwhile. */
    Optional<Subject> answer(UUID id, Answer answer) {
        return jdbc.sql("""
                        update identity.duplicate set answer = :answer, account_id = :account, reason = :reason,
                            answered_at = :at, answered_by = :by, civil_identity = null
                        where id = :id and answer is null returning issuer, sub
                        """)
                .param("answer", answer.account().isPresent() ? "LINKED" : "REFUSED")
                .param("account", answer.account().orElse(null))
                .param("reason", answer.reason().orElse(null))
                .param("at", at(answer.at()))
                .param("by", answer.by())
                .param("id", id)
                .query((row, n) -> new Subject(row.getString(1), row.getString(2)))
                .optional();
    }

    void deleteOld() {
        jdbc.sql("""
                        delete from identity.duplicate
                        where answer is null and asked_at < :waiting or answered_at < :answered
                        """)
                .param("waiting", at(clock.instant().minus(WAITING_KEPT)))
                .param("answered", at(clock.instant().minus(ANSWERED_KEPT)))
                .update();
    }

    private Optional<Reference> asked(Arrival arrival) {
        return jdbc.sql("""
                        select reference from identity.duplicate
                        where issuer = :issuer and sub = :sub
                            and (answer is null or answer = 'REFUSED' and answered_at > :since)
                        order by asked_at desc limit 1
                        """)
                .param("issuer", arrival.issuer())
                .param("sub", arrival.sub())
                .param("since", at(clock.instant().minus(REFUSAL_STANDS)))
                .query((row, n) -> new Reference(row.getString(1)))
                .optional();
    }

    private Reference insert(Arrival arrival) {
        var identity = arrival.identity();
        return jdbc.sql("""
                        insert into identity.duplicate (reference, issuer, sub, name, civil_identity, asked_at)
                        values (:reference, :issuer, :sub, :name, :identity, :now)
                        on conflict (issuer, sub) where answer is null do update set asked_at = excluded.asked_at
                        returning reference
                        """)
                .param("reference", Reference.random(random).value())
                .param("issuer", arrival.issuer())
                .param("sub", arrival.sub())
                .param("name", identity.firstName() + " " + identity.lastName())
                .param("identity", JSON.writeValueAsString(identity))
                .param("now", at(clock.instant()))
                .query((row, n) -> new Reference(row.getString(1)))
                .single();
    }

    private static Duplicate duplicate(ResultSet row, int number) throws SQLException {
        return new Duplicate(
                row.getObject("id", UUID.class),
                new Reference(row.getString("reference")),
                row.getString("name"),
                Optional.ofNullable(row.getString("civil_identity"))
                        .map(json -> JSON.readValue(json, CivilIdentity.class)),
                instant(row, "asked_at"),
                row.getString("answer") == null ? Optional.empty() : Optional.of(answer(row)));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getString("reason")),
                instant(row, "answered_at"),
                row.getObject("answered_by", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
