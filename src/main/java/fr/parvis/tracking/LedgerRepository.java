package fr.parvis.tracking;

import fr.parvis.kernel.Reference;
import fr.parvis.tracking.Standing.Ask;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's rows. */
@Repository
class LedgerRepository {

    private static final String FEED = """
            (select * from tracking.item where owner = :owner and state = 'OPEN' order by changed_at desc)
            union all
            (select * from tracking.item where owner = :owner and state = 'DONE' order by changed_at desc
             limit %d)
            order by state desc, changed_at desc
            """.formatted(Ledger.DONE_SHOWN);

    private final JdbcClient jdbc;

    LedgerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(TrackedItem item) {
        bind(jdbc.sql("""
                                insert into tracking.item (reference, kind, owner, title, provider, state, move, headline, todo,
                                    todo_due, ask, now_label, now_detail, steps_done, steps_total, upcoming, expected_from,
                                    expected_to, legal_date, opened_at, changed_at)
                                values (:reference, :kind, :owner, :title, :provider, :state, :move, :headline, :todo,
                                    :todoDue, :ask, :nowLabel, :nowDetail, :stepsDone, :stepsTotal, :upcoming, :expectedFrom,
                                    :expectedTo, :legalDate, :openedAt, :changedAt)
                                """), item.standing())
                .param("reference", item.reference().value())
                .param("kind", item.kind())
                .param("owner", item.owner())
                .param("title", item.title())
                .param("provider", item.provider())
                .param("openedAt", Timestamp.from(item.openedAt()))
                .param("changedAt", Timestamp.from(item.changedAt()))
                .update();
    }

    void update(Reference reference, Standing standing, Instant at) {
        bind(jdbc.sql("""
                                update tracking.item set state = :state, move = :move, headline = :headline,
                                    todo = :todo, todo_due = :todoDue, ask = :ask, now_label = :nowLabel, now_detail = :nowDetail,
                                    steps_done = :stepsDone, steps_total = :stepsTotal, upcoming = :upcoming,
                                    expected_from = :expectedFrom, expected_to = :expectedTo, legal_date = :legalDate,
                                    changed_at = :at
                                where reference = :reference
                                """), standing)
                .param("reference", reference.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void append(Reference reference, TimelineEvent event) {
        jdbc.sql("""
                        insert into tracking.event (reference, seq, at, label, detail, actor)
                        select :reference, coalesce(max(seq), 0) + 1, :at, :label, :detail, :actor
                        from tracking.event where reference = :reference
                        """)
                .param("reference", reference.value())
                .param("at", Timestamp.from(event.at()))
                .param("label", event.label())
                .param("detail", event.detail())
                .param("actor", event.actor())
                .update();
    }

    List<TrackedItem> feed(UUID owner) {
        return jdbc.sql(FEED)
                .param("owner", owner)
                .query(LedgerRepository::item)
                .list();
    }

    List<TrackedItem> done(UUID owner, int page) {
        return jdbc.sql("""
                        select * from tracking.item where owner = :owner and state = 'DONE' order by changed_at desc
                        offset :skip limit :rows
                        """)
                .param("owner", owner)
                .param("skip", page * Ledger.PAGE)
                .param("rows", Ledger.PAGE + 1)
                .query(LedgerRepository::item)
                .list();
    }

    Optional<TrackedItem> find(Reference reference) {
        return jdbc.sql("select * from tracking.item where reference = :reference")
                .param("reference", reference.value())
                .query(LedgerRepository::item)
                .optional();
    }

    List<TimelineEvent> events(Reference reference) {
        return jdbc.sql("select at, label, detail, actor from tracking.event where reference = :reference order by seq")
                .param("reference", reference.value())
                .query((row, n) -> new TimelineEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("label"),
                        row.getString("detail"),
                        row.getString("actor")))
                .list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Standing standing) {
        return statement
                .param("state", standing.state().name())
                .param("move", standing.move().name())
                .param("headline", standing.headline())
                .param("todo", standing.todo())
                .param("todoDue", standing.todoDue())
                .param("ask", standing.ask() == null ? null : standing.ask().name())
                .param("nowLabel", standing.nowLabel())
                .param("nowDetail", standing.nowDetail())
                .param("stepsDone", standing.stepsDone())
                .param("stepsTotal", standing.stepsTotal())
                .param("upcoming", standing.upcoming().toArray(String[]::new))
                .param("expectedFrom", standing.expectedFrom())
                .param("expectedTo", standing.expectedTo())
                .param("legalDate", standing.legalDate());
    }

    static TrackedItem item(ResultSet row, int number) throws SQLException {
        return new TrackedItem(
                new Reference(row.getString("reference")),
                row.getString("kind"),
                row.getObject("owner", UUID.class),
                row.getString("title"),
                row.getString("provider"),
                standing(row),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                State.valueOf(row.getString("state")),
                Move.valueOf(row.getString("move")),
                row.getString("headline"),
                row.getString("todo"),
                row.getObject("todo_due", LocalDate.class),
                ask(row.getString("ask")),
                row.getString("now_label"),
                row.getString("now_detail"),
                row.getInt("steps_done"),
                row.getInt("steps_total"),
                List.of((String[]) row.getArray("upcoming").getArray()),
                row.getObject("expected_from", LocalDate.class),
                row.getObject("expected_to", LocalDate.class),
                row.getObject("legal_date", LocalDate.class));
    }

    private static @Nullable Ask ask(@Nullable String name) {
        return name == null ? null : Ask.valueOf(name);
    }
}
