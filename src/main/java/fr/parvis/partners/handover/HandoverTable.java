package fr.parvis.partners.handover;

import fr.parvis.kernel.Reference;
import fr.parvis.partners.handover.HandedCases.End;
import fr.parvis.partners.handover.Handover.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Handovers as rows. */
@Repository
class HandoverTable {

    private static final String ALL =
            "select h.*, p.name as partner_name from partners.handover h join partners.partner p on p.id = h.partner ";

    private final JdbcClient jdbc;
    private final Clock clock;

    HandoverTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, UUID partner, Opening opening, String content) {
        jdbc.sql("""
                        insert into partners.handover (id, partner, reference, step, owner, content, opened_at)
                        values (:id, :partner, :reference, :step, :owner, :content, :now)
                        """)
                .param("id", id)
                .param("partner", partner)
                .param("reference", opening.reference().value())
                .param("step", opening.step())
                .param("owner", opening.owner())
                .param("content", content)
                .param("now", now())
                .update();
    }

    Optional<Handover> open(Reference reference) {
        return jdbc.sql(ALL + "where h.reference = :reference and h.state = 'OPEN'")
                .param("reference", reference.value())
                .query(HandoverTable::handover)
                .optional();
    }

    Optional<Handover> ofStep(Reference reference, String step) {
        return jdbc.sql(ALL + "where h.reference = :reference and h.step = :step")
                .param("reference", reference.value())
                .param("step", step)
                .query(HandoverTable::handover)
                .optional();
    }

    /** The latest of this case with this partner. */
    Optional<Handover> latest(UUID partner, String reference) {
        return jdbc.sql(ALL + """
                        where h.partner = :partner and h.reference = :reference order by h.opened_at desc limit 1
                        """)
                .param("partner", partner)
                .param("reference", reference)
                .query(HandoverTable::handover)
                .optional();
    }

    /** Those of these references that this partner has now. */
    List<Handover> open(UUID partner, Collection<String> references) {
        return jdbc.sql(ALL + "where h.partner = :partner and h.reference = any(:references) and h.state = 'OPEN'")
                .param("partner", partner)
                .param("references", references.toArray(String[]::new))
                .query(HandoverTable::handover)
                .list();
    }

    /** Those of these references that a partner has now, whichever it is. */
    List<Handover> open(Collection<String> references) {
        return jdbc.sql(ALL + "where h.reference = any(:references) and h.state = 'OPEN'")
                .param("references", references.toArray(String[]::new))
                .query(HandoverTable::handover)
                .list();
    }

    /** References of all cases that partners have now. */
    List<String> open() {
        return jdbc.sql("select reference from partners.handover where state = 'OPEN'")
                .query((row, number) -> row.getString("reference"))
                .list();
    }

    /** References of the cases that this partner has now, in their order. */
    List<String> open(UUID partner) {
        return jdbc.sql(
                        "select reference from partners.handover where partner = :partner and state = 'OPEN' order by reference")
                .param("partner", partner)
                .query((row, number) -> row.getString("reference"))
                .list();
    }

    /** Gives it to another partner, which awaits nothing yet. */
    void passOn(UUID id, UUID successor) {
        jdbc.sql("""
                        update partners.handover set partner = :successor, todo = null, todo_before = null,
                            todo_document = false, answered = false
                        where id = :id
                        """).param("successor", successor).param("id", id).update();
    }

    void await(UUID id, @Nullable Awaited awaited, boolean answered) {
        jdbc.sql("""
                        update partners.handover set todo = :todo, todo_document = :document, todo_before = :before,
                            answered = :answered
                        where id = :id
                        """)
                .param("todo", awaited == null ? null : awaited.label())
                .param("document", awaited != null && awaited.document())
                .param("before", awaited == null ? null : awaited.before())
                .param("answered", answered)
                .param("id", id)
                .update();
    }

    /** Notes that an e-mail says these words; false when one of the same day did already. */
    boolean mail(UUID id, String words, LocalDate today) {
        return jdbc.sql("""
                        update partners.handover set mailed_on = :today,
                            mailed = case when mailed_on = :today then mailed || :words::text else array[:words::text] end
                        where id = :id and (mailed_on is distinct from :today or :words <> all(mailed))
                        """)
                        .param("today", today)
                        .param("words", words)
                        .param("id", id)
                        .update()
                > 0;
    }

    void end(UUID id, State state, @Nullable Opinion opinion) {
        jdbc.sql("""
                        update partners.handover set state = :state, ended_at = :now, todo = null, todo_before = null,
                            todo_document = false, answered = false, mailed_on = null, mailed = '{}',
                            outcome = :outcome, reasons = :reasons
                        where id = :id
                        """)
                .param("state", state.name())
                .param("now", now())
                .param("outcome", opinion == null ? null : opinion.end().name())
                .param("reasons", opinion == null ? null : opinion.text())
                .param("id", id)
                .update();
    }

    /** What partners thought of this case, the first first. */
    List<Opinion> opinions(Reference reference) {
        return jdbc.sql("""
                        select p.name, h.outcome, coalesce(h.reasons, '') as reasons
                        from partners.handover h join partners.partner p on p.id = h.partner
                        where h.reference = :reference and h.outcome is not null order by h.ended_at
                        """)
                .param("reference", reference.value())
                .query((row, number) -> new Opinion(
                        row.getString("name"), End.valueOf(row.getString("outcome")), row.getString("reasons")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                row.getObject("partner", UUID.class),
                row.getString("partner_name"),
                new Reference(row.getString("reference")),
                row.getString("step"),
                row.getObject("owner", UUID.class),
                row.getString("content"),
                State.valueOf(row.getString("state")),
                awaited(row),
                row.getBoolean("answered"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Awaited awaited(ResultSet row) throws SQLException {
        var todo = row.getString("todo");
        return todo == null
                ? null
                : new Awaited(todo, row.getBoolean("todo_document"), row.getObject("todo_before", LocalDate.class));
    }
}
