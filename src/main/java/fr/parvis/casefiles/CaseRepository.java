package fr.parvis.casefiles;

import fr.parvis.casefiles.CaseFile.News;
import fr.parvis.kernel.Reference;
import fr.parvis.procedures.LegalRegime.Silence;
import fr.parvis.procedures.Procedures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases' rows. */
@Repository
class CaseRepository {

    private final JdbcClient jdbc;
    private final Procedures procedures;

    CaseRepository(JdbcClient jdbc, Procedures procedures) {
        this.jdbc = jdbc;
        this.procedures = procedures;
    }

    /** Inserts a case; false, and nothing done, when its reference is another case's. */
    boolean insert(CaseFile filed, UUID draft) {
        return jdbc.sql("""
                        insert into casefiles.case_file (id, reference, draft, procedure, procedure_version, owner,
                            applicant, answers, status, unit, step, due_on, filed_at, clock_start, legal_due)
                        values (:id, :reference, :draft, :procedure, :procedureVersion, :owner,
                            :applicant, :answers::jsonb, :status, :unit, :step, :dueOn, :filedAt, :clockStart, :legalDue)
                        on conflict (reference) do nothing
                        """)
                        .param("id", filed.id())
                        .param("reference", filed.reference().value())
                        .param("draft", draft)
                        .param("procedure", filed.procedure())
                        .param("procedureVersion", filed.procedureVersion())
                        .param("owner", filed.owner())
                        .param("applicant", filed.applicant())
                        .param("answers", filed.answers())
                        .param("status", filed.status().name())
                        .param("unit", filed.unit())
                        .param("step", filed.step())
                        .param("dueOn", filed.dueOn())
                        .param("filedAt", Timestamp.from(filed.filedAt()))
                        .param("clockStart", filed.clock().start())
                        .param("legalDue", filed.legalDue())
                        .update()
                > 0;
    }

    /**
     * Writes a changed case.
     *
     * @throws IllegalStateException when somebody changed it meanwhile; callers hold its row, so this is a bug
     */
    void update(CaseFile changed) {
        int rows = jdbc.sql("""
                        update casefiles.case_file set status = :status, unit = :unit, step = :step,
                            assignee = :assignee, assignee_name = :assigneeName, due_on = :dueOn,
                            clock_start = :clockStart, clock_paused_days = :pausedDays, clock_paused_on = :pausedOn,
                            legal_due = :legalDue, waited_seconds = :waited, waiting_since = :waitingSince,
                            decided_at = :decidedAt, implicit = :implicit, version = :version
                        where id = :id and version = :version - 1
                        """)
                .param("id", changed.id())
                .param("status", changed.status().name())
                .param("unit", changed.unit())
                .param("step", changed.step())
                .param("assignee", changed.assignee())
                .param("assigneeName", changed.assigneeName())
                .param("dueOn", changed.dueOn())
                .param("clockStart", changed.clock().start())
                .param("pausedDays", changed.clock().pausedDays())
                .param("pausedOn", changed.clock().pausedOn())
                .param("legalDue", changed.legalDue())
                .param("waited", changed.waited().toSeconds())
                .param("waitingSince", timestamp(changed.waitingSince()))
                .param("decidedAt", timestamp(changed.decidedAt()))
                .param("implicit", changed.implicit())
                .param("version", changed.version())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("the case was changed by somebody else");
        }
    }

    /** Writes a case that the resident sent something to, and brings it up for the unit until an agent opens it. */
    void update(CaseFile changed, News news, LocalDate today) {
        update(changed);
        jdbc.sql("update casefiles.case_file set news = :news, news_on = :today where id = :id")
                .param("news", news.name())
                .param("today", today)
                .param("id", changed.id())
                .update();
    }

    /** An agent saw what the resident sent, unless more came since the case was read. */
    void seen(CaseFile read) {
        jdbc.sql("""
                        update casefiles.case_file set news = null, news_on = null
                        where id = :id and version = :version and news is not null
                        """).param("id", read.id()).param("version", read.version()).update();
    }

    Optional<CaseFile> find(Reference reference) {
        return jdbc.sql("select * from casefiles.case_file where reference = :reference")
                .param("reference", reference.value())
                .query(this::caseFile)
                .optional();
    }

    /** The case, its row held until the transaction ends: acts on a case happen one after the other. */
    Optional<CaseFile> lock(Reference reference) {
        return jdbc.sql("select * from casefiles.case_file where reference = :reference for update")
                .param("reference", reference.value())
                .query(this::caseFile)
                .optional();
    }

    /** The case that came of a draft. */
    Optional<Reference> filedFrom(UUID draft, UUID owner) {
        return jdbc.sql("select reference from casefiles.case_file where draft = :draft and owner = :owner")
                .param("draft", draft)
                .param("owner", owner)
                .query((row, n) -> new Reference(row.getString("reference")))
                .optional();
    }

    /** The latest case of a procedure that a person filed since, and did not withdraw. */
    Optional<Filing.Sent> lastFiled(UUID owner, String procedure, Instant since) {
        return jdbc.sql("""
                        select reference, filed_at from casefiles.case_file
                        where owner = :owner and procedure = :procedure and filed_at >= :since
                            and status <> 'WITHDRAWN'
                        order by filed_at desc limit 1
                        """)
                .param("owner", owner)
                .param("procedure", procedure)
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Filing.Sent(
                        new Reference(row.getString("reference")),
                        row.getTimestamp("filed_at").toInstant()))
                .optional();
    }

    /** Cases whose silence became a decision before this day. */
    List<Reference> silentBefore(LocalDate day) {
        return jdbc.sql("""
                        select reference from casefiles.case_file
                        where status = 'IN_PROGRESS' and legal_due < :day order by legal_due limit 500
                        """)
                .param("day", day)
                .query((row, n) -> new Reference(row.getString("reference")))
                .list();
    }

    private CaseFile caseFile(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getObject("id", UUID.class),
                new Reference(row.getString("reference")),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getObject("owner", UUID.class),
                row.getString("applicant"),
                row.getString("answers"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("unit"),
                row.getString("step"),
                row.getObject("assignee", UUID.class),
                row.getString("assignee_name"),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("filed_at").toInstant(),
                clock(row),
                row.getObject("legal_due", LocalDate.class),
                Duration.ofSeconds(row.getLong("waited_seconds")),
                instant(row, "waiting_since"),
                instant(row, "decided_at"),
                row.getBoolean("implicit"),
                row.getInt("version"));
    }

    private LegalClock clock(ResultSet row) throws SQLException {
        var regime = procedures
                .version(row.getString("procedure"), row.getInt("procedure_version"))
                .legal();
        Silence silence = regime.silence();
        Period delay = regime.delay();
        return new LegalClock(
                silence,
                delay,
                row.getObject("clock_start", LocalDate.class),
                row.getInt("clock_paused_days"),
                row.getObject("clock_paused_on", LocalDate.class));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
