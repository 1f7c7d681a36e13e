package fr.parvis.casefiles;

import fr.parvis.casefiles.CaseFile.News;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queues of an agent's units, read from partial indexes a unit at a time, so that a page costs the same with a
 * million cases as with a thousand.
 */
@Service
public class Desk {

    /** Rows of a page of the queue. */
    public static final int PAGE = 50;

    private static final int COUNTED = 1_000;
    private static final int MOST_WORDS = 8;
    private static final String COLUMNS =
            "reference, procedure, procedure_version, applicant, status, unit, step, due_on, assignee_name, legal_due, news";

    private final JdbcClient jdbc;
    private final Handling handling;
    private final Clock clock;

    Desk(JdbcClient jdbc, Handling handling, Clock clock) {
        this.jdbc = jdbc;
        this.handling = handling;
        this.clock = clock;
    }

    /** Which cases of the units. */
    public enum View {
        /** What is in the town's hands, and whatever else a resident sent something to. */
        TO_DO("(status = 'IN_PROGRESS' or news is not null)", "least(due_on, news_on), filed_at"),
        WAITING("status = 'WAITING_RESIDENT'", "due_on, filed_at"),
        DECIDED("decided_at is not null", "decided_at desc");

        private final String condition;
        private final String order;

        View(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /**
     * What an agent looks at.
     *
     * @param procedure slug to keep only one procedure; null for all
     * @param mine whether to keep only the cases the agent took
     * @param page from 0
     */
    public record Filter(View view, @Nullable String procedure, boolean mine, int page) {}

    /** A line of the queue. */
    public record Line(
            Reference reference,
            String procedure,
            int procedureVersion,
            String applicant,
            CaseStatus status,
            String unit,
            String step,
            LocalDate dueOn,
            @Nullable String assignee,
            @Nullable LocalDate legalDue,
            @Nullable News news) {}

    /** How many cases are late, and due today; counted up to a thousand. */
    public record Load(int late, int today) {}

    /** A page of the queue and one line more, which tells whether there is a next page. */
    public List<Line> queue(Viewer agent, Filter filter) {
        var view = filter.view();
        // the literal condition lets the planner use the partial index; nothing of it comes from outside
        return jdbc.sql("select " + COLUMNS + " from unnest(:units::text[]) as mine(id) cross join lateral ("
                        + "select * from casefiles.case_file where unit = mine.id and owner <> :agent and "
                        + view.condition
                        + (filter.procedure() == null ? "" : " and procedure = :procedure")
                        + (filter.mine() ? " and assignee = :agent" : "")
                        + " order by " + view.order + " limit :upTo) as queued order by " + view.order
                        + " offset :skip limit :rows")
                .param("units", units(agent))
                .param("procedure", filter.procedure())
                .param("agent", agent.account())
                .param("upTo", (filter.page() + 1) * PAGE + 1)
                .param("skip", filter.page() * PAGE)
                .param("rows", PAGE + 1)
                .query(Desk::line)
                .list();
    }

    /** Cases of the agent's units, of any state, by reference or by words of the applicant's name. */
    public List<Line> search(Viewer agent, String typed) {
        var found = Reference.parse(typed)
                .map(reference -> search(agent, reference))
                .orElseGet(List::of);
        var words = patterns(typed);
        // a name of nine letters may read as a reference
        return found.isEmpty() && words.length > 0 ? search(agent, words) : found;
    }

    private List<Line> search(Viewer agent, Reference reference) {
        return jdbc.sql("select " + COLUMNS + " from casefiles.case_file"
                        + " where reference = :reference and unit = any(:units) and owner <> :agent")
                .param("reference", reference.value())
                .param("units", units(agent))
                .param("agent", agent.account())
                .query(Desk::line)
                .list();
    }

    private List<Line> search(Viewer agent, String[] words) {
        // one condition a word: the trigram index serves "like", not "like all"
        var conditions = IntStream.range(0, words.length)
                .mapToObj(i -> "search like :word" + i)
                .collect(Collectors.joining(" and "));
        return jdbc.sql("select " + COLUMNS + " from (select * from casefiles.case_file"
                        + " where " + conditions + " and unit = any(:units) and owner <> :agent limit 200) as found"
                        + " order by decided_at is not null, due_on desc limit :rows")
                .params(named(words))
                .param("units", units(agent))
                .param("agent", agent.account())
                .param("rows", PAGE)
                .query(Desk::line)
                .list();
    }

    public Load load(Viewer agent) {
        var today = French.day(clock.instant());
        return jdbc.sql("""
                        select count(*) filter (where due_on < :today) as late,
                               count(*) filter (where due_on = :today) as today
                        from (select due_on from casefiles.case_file
                              where unit = any(:units) and status = 'IN_PROGRESS' and due_on <= :today
                              limit :counted) due
                        """)
                .param("today", today)
                .param("units", units(agent))
                .param("counted", COUNTED)
                .query((row, n) -> new Load(row.getInt("late"), row.getInt("today")))
                .single();
    }

    /**
     * Takes the most urgent case that nobody has, the agent's own left out. Its row is held from the choice on: two
     * agents never get the same one.
     */
    @Transactional
    public Optional<Reference> takeMostUrgent(Viewer agent) {
        return jdbc.sql("""
                        select reference, version from casefiles.case_file
                        where unit = any(:units) and (status = 'IN_PROGRESS' or news is not null)
                            and status in ('IN_PROGRESS', 'WAITING_RESIDENT') and assignee is null and owner <> :agent
                        order by least(due_on, news_on), filed_at limit 1 for update skip locked
                        """)
                .param("units", units(agent))
                .param("agent", agent.account())
                .query((row, n) -> new Act(new Reference(row.getString("reference")), row.getInt("version"), agent))
                .optional()
                .map(act -> {
                    handling.take(act);
                    return act.reference();
                });
    }

    private static String[] units(Viewer agent) {
        return agent.units().toArray(String[]::new);
    }

    private static Map<String, String> named(String[] words) {
        return IntStream.range(0, words.length).boxed().collect(Collectors.toMap(i -> "word" + i, i -> words[i]));
    }

    private String[] patterns(String typed) {
        var plain = jdbc.sql("select public.plain_text(:typed)")
                .param("typed", typed.replaceAll("[\\p{Cc}\\s-]+", " "))
                .query(String.class)
                .single();
        return Arrays.stream(plain.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word ->
                        "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .toArray(String[]::new);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var news = row.getString("news");
        return new Line(
                new Reference(row.getString("reference")),
                row.getString("procedure"),
                row.getInt("procedure_version"),
                row.getString("applicant"),
                CaseStatus.valueOf(row.getString("status")),
                row.getString("unit"),
                row.getString("step"),
                row.getObject("due_on", LocalDate.class),
                row.getString("assignee_name"),
                row.getObject("legal_due", LocalDate.class),
                news == null ? null : News.valueOf(news));
    }
}
