package fr.parvis.tracking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Rows;
import fr.parvis.tracking.Ledger.Entry;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many changes of the ledger in a few statements, for what is pushed by the thousand: items travel as one JSON array,
 * events as an array for each column.
 */
@Repository
class LedgerBatch {

    private static final JsonMapper ROWS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String STANDING = """
            state text, move text, headline text, todo text, todo_due date, ask text, now_label text, now_detail text,
            steps_done int, steps_total int, upcoming text[], expected_from date, expected_to date, legal_date date""";

    private final JdbcClient jdbc;
    private final RandomGenerator random;

    LedgerBatch(JdbcClient jdbc, RandomGenerator random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    private record Opened(
            String reference,
            String kind,
            UUID owner,
            String title,
            @Nullable String provider,
            @JsonUnwrapped Standing standing,
            Instant openedAt,
            Instant changedAt) {}

    private record Stands(String reference, @JsonUnwrapped Standing standing, Instant changedAt) {}

    void open(List<TrackedItem> items) {
        write("""
                insert into tracking.item (reference, kind, owner, title, provider, state, move, headline, todo, todo_due, ask,
                    now_label, now_detail, steps_done, steps_total, upcoming, expected_from, expected_to, legal_date,
                    opened_at, changed_at)
                select reference, kind, owner, title, provider, state, move, headline, todo, todo_due, ask,
                    now_label, now_detail, steps_done, steps_total, upcoming, expected_from, expected_to, legal_date,
                    opened_at, changed_at
                from json_to_recordset(:rows::json) as r(reference text, kind text, owner uuid, title text,
                    provider text, %s, opened_at timestamptz, changed_at timestamptz)
                """.formatted(STANDING), items.stream().map(LedgerBatch::opened).toList());
    }

    /** Adds the events in their order; of several standings of one item the last one holds. */
    void record(List<Entry> entries) {
        append(new Rows<>(entries));
        Map<Reference, Stands> standings = new LinkedHashMap<>();
        for (var entry : entries) {
            var standing = entry.standing();
            if (standing != null) {
                var reference = entry.reference();
                standings.put(
                        reference,
                        new Stands(reference.value(), standing, entry.event().at()));
            }
        }
        update(standings.values());
    }

    void passOn(Collection<Reference> references, String provider) {
        jdbc.sql("update tracking.item set provider = :provider where reference = any(:references)")
                .param("provider", provider)
                .param("references", values(references))
                .update();
    }

    void delete(Collection<Reference> references) {
        jdbc.sql("delete from tracking.event where reference = any(:references)")
                .param("references", values(references))
                .update();
        jdbc.sql("delete from tracking.item where reference = any(:references)")
                .param("references", values(references))
                .update();
    }

    Map<Reference, Standing> standings(Collection<Reference> references) {
        Map<Reference, Standing> standings = new HashMap<>();
        jdbc.sql("select * from tracking.item where reference = any(:references)")
                .param("references", values(references))
                .query(LedgerRepository::item)
                .list()
                .forEach(item -> standings.put(item.reference(), item.standing()));
        return standings;
    }

    /** References that nothing has yet, for the transaction that asks. */
    Set<Reference> draw(int number) {
        Set<Reference> drawn = new HashSet<>();
        while (drawn.size() < number) {
            drawn.add(Reference.random(random));
            if (drawn.size() == number) {
                standings(drawn).keySet().forEach(drawn::remove);
            }
        }
        return drawn;
    }

    private void append(Rows<Entry> entries) {
        jdbc.sql("""
                with e as (
                    select * from unnest(:references, :times::timestamptz[], :labels, :details, :actors)
                        with ordinality as r(reference, at, label, detail, actor, n)),
                last as (
                    select reference, max(seq) as seq from tracking.event
                    where reference = any(:references) group by reference)
                insert into tracking.event (reference, seq, at, label, detail, actor)
                select e.reference, coalesce(last.seq, 0) + row_number() over (partition by e.reference order by e.n),
                    e.at, e.label, e.detail, e.actor
                from e left join last using (reference)
                """)
                .param("references", entries.texts(entry -> entry.reference().value()))
                .param("times", entries.texts(entry -> entry.event().at()))
                .param("labels", entries.texts(entry -> entry.event().label()))
                .param("details", entries.texts(entry -> entry.event().detail()))
                .param("actors", entries.texts(entry -> entry.event().actor()))
                .update();
    }

    private void update(Collection<Stands> standings) {
        write("""
                update tracking.item i set state = r.state, move = r.move, headline = r.headline, todo = r.todo,
                    todo_due = r.todo_due, ask = r.ask, now_label = r.now_label, now_detail = r.now_detail,
                    steps_done = r.steps_done, steps_total = r.steps_total, upcoming = r.upcoming,
                    expected_from = r.expected_from, expected_to = r.expected_to, legal_date = r.legal_date,
                    changed_at = r.changed_at
                from json_to_recordset(:rows::json) as r(reference text, %s, changed_at timestamptz)
                where i.reference = r.reference
                """.formatted(STANDING), standings);
    }

    private void write(String statement, Collection<?> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(statement).param("rows", ROWS.writeValueAsString(rows)).update();
        }
    }

    private static Opened opened(TrackedItem item) {
        return new Opened(
                item.reference().value(),
                item.kind(),
                item.owner(),
                item.title(),
                item.provider(),
                item.standing(),
                item.openedAt(),
                item.changedAt());
    }

    private static String[] values(Collection<Reference> references) {
        return references.stream().map(Reference::value).toArray(String[]::new);
    }
}
