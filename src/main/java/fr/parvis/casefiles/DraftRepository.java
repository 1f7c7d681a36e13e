package fr.parvis.casefiles;

import fr.parvis.procedures.Answers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts' rows. */
@Repository
class DraftRepository {

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft without its answers. */
    record Begun(String procedure, Instant savedAt) {}

    /** Begins a draft unless there is one already. */
    void insertIfAbsent(Draft draft) {
        jdbc.sql("""
                        insert into casefiles.draft (id, owner, procedure, answers, page, created_at, saved_at)
                        values (:id, :owner, :procedure, :answers::jsonb, :page, :at, :at)
                        on conflict (owner, procedure) do nothing
                        """)
                .param("id", draft.id())
                .param("owner", draft.owner())
                .param("procedure", draft.procedure())
                .param("answers", draft.answers().toJson())
                .param("page", draft.page())
                .param("at", Timestamp.from(draft.savedAt()))
                .update();
    }

    Optional<Draft> find(UUID owner, String procedure) {
        return jdbc.sql("select * from casefiles.draft where owner = :owner and procedure = :procedure")
                .param("owner", owner)
                .param("procedure", procedure)
                .query(DraftRepository::draft)
                .optional();
    }

    /** The draft, held until the transaction ends so that two tabs do not overwrite each other's page. */
    Optional<Draft> lock(UUID owner, String procedure) {
        return jdbc.sql("select * from casefiles.draft where owner = :owner and procedure = :procedure for update")
                .param("owner", owner)
                .param("procedure", procedure)
                .query(DraftRepository::draft)
                .optional();
    }

    List<Draft> of(UUID owner) {
        return jdbc.sql("select * from casefiles.draft where owner = :owner order by saved_at desc")
                .param("owner", owner)
                .query(DraftRepository::draft)
                .list();
    }

    /** Which procedures a person began, the last touched first; the answers stay where they are. */
    List<Begun> begun(UUID owner) {
        return jdbc.sql("select procedure, saved_at from casefiles.draft where owner = :owner order by saved_at desc")
                .param("owner", owner)
                .query((row, n) ->
                        new Begun(row.getString(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    void save(UUID id, Answers answers, String page, Instant at) {
        jdbc.sql("""
                        update casefiles.draft set answers = :answers::jsonb, page = :page, saved_at = :at,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("answers", answers.toJson())
                .param("page", page)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Notes that its owner is reminded of a draft; false when that was done this day, or there is no draft. */
    boolean remindedOn(LocalDate day, UUID owner, String procedure) {
        return jdbc.sql("""
                        update casefiles.draft set reminded_on = :day
                        where owner = :owner and procedure = :procedure and reminded_on is distinct from :day
                        """)
                        .param("day", day)
                        .param("owner", owner)
                        .param("procedure", procedure)
                        .update()
                > 0;
    }

    void delete(UUID id) {
        jdbc.sql("delete from casefiles.draft where id = :id").param("id", id).update();
    }

    /** Drafts nobody touched since. */
    List<Draft> untouchedSince(Instant limit) {
        return jdbc.sql("select * from casefiles.draft where saved_at < :limit order by saved_at limit 500")
                .param("limit", Timestamp.from(limit))
                .query(DraftRepository::draft)
                .list();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("procedure"),
                Answers.parse(row.getString("answers")),
                row.getString("page"),
                row.getInt("version"),
                row.getTimestamp("saved_at").toInstant());
    }
}
