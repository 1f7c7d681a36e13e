package fr.parvis.casefiles;

import fr.parvis.casefiles.CaseFile.News;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static final String SEARCH = """
            with open as materialized (
                select found.* from unnest(:units::text[]) as mine(id) cross join lateral (
                    select * from (select * from casefiles.case_file
                        where unit = mine.id and (status = 'IN_PROGRESS' or news is not null)
                        order by least(due_on, news_on), filed_at offset 0) as queued
                    where MATCHES limit :rows) as found),
            waiting as materialized (
                select found.* from unnest(:units::text[]) as mine(id) cross join lateral (
                    select * from (select * from casefiles.case_file
                        where unit = mine.id and status = 'WAITING_RESIDENT' and news is null
                        order by due_on, filed_at offset 0) as queued
                    where MATCHES limit :rows) as found),
            ended as materialized (
                select * from casefiles.case_file
                where MATCHES and unit = any(:units) and news is null
                    and status not in ('IN_PROGRESS', 'WAITING_RESIDENT')
                    and (select count(*) from open) + (select count(*) from waiting) < :rows
                limit 500)
            select COLUMNS from (
                select *, 1 as place from open union all select *, 1 from waiting union all select *, 2 from ended) as found
            order by search like any(:names) desc, place, case place when 1 then least(due_on, news_on) end,
                decided_at desc nulls last
            limit :rows
            """.replace("COLUMNS", COLUMNS);

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
    public record Filter(View view, @Nullable String procedure, boolean mine, int page) {

        /** The same on another page. */
        public Filter on(int otherPage) {
            return new Filter(view, procedure, mine, otherPage);
        }
    }

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
        return queued(agent, filter, COLUMNS, " order by " + filter.view().order + " offset :skip limit :rows")
                .param("skip", filter.page() * PAGE)
                .param("rows", PAGE + 1)
                .query(Desk::line)
                .list();
    }

    /** The last page there is, up to the one asked for. */
    public int lastPage(Viewer agent, Filter filter) {
        int lines = queued(agent, filter, "count(*)", "").query(Integer.class).single();
        return Math.clamp((lines - 1) / PAGE, 0, filter.page());
    }

    private JdbcClient.StatementSpec queued(Viewer agent, Filter filter, String columns, String end) {
        var view = filter.view();
        // the literal condition lets the planner use the partial index; nothing of it comes from outside
        return jdbc.sql("select " + columns + " from unnest(:units::text[]) as mine(id) cross join lateral ("
                        + "select * from casefiles.case_file where unit = mine.id and owner <> :agent and "
                        + view.condition
                        + (filter.procedure() == null ? "" : " and procedure = :procedure")
                        + (filter.mine() ? " and assignee = :agent" : "")
                        + " order by " + view.order + " limit :upTo) as queued" + end)
                .param("units", units(agent))
                .param("procedure", filter.procedure())
                .param("agent", agent.account())
                .param("upTo", (filter.page() + 1) * PAGE + 1);
    }

    /**
     * Cases of the agent's units, of any state, by reference or by words of the applicant's name: the whole name first,
     * then open cases by their date. A page and one line more, which tells that there are others; nothing for a single
     * letter.
     */
    public List<Line> search(Viewer agent, String typed) {
        var found = Reference.parse(typed)
                .map(reference -> search(agent, reference))
                .orElseGet(List::of);
        var words = words(typed);
        // a name of nine letters may read as a reference
        return found.isEmpty() && words.stream().anyMatch(word -> word.length() > 1) ? search(agent, words) : found;
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

    /** A word as it is looked for: two patterns, of which one must match. */
    private record Word(String anywhere, String orElse) {

        /** Three letters are found anywhere; fewer only where a word begins, for no index knows them elsewhere. */
        static Word of(String typed) {
            var letters = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            return typed.length() < 3
                    ? new Word(letters + "%", "% " + letters + "%")
                    : new Word("%" + letters + "%", "%" + letters + "%");
        }
    }

    /**
     * Open cases are walked in their order, of which a unit has few, and others are looked for only when a page is not
     * full: a word that half the town bears costs no more than a rare one.
     */
    private List<Line> search(Viewer agent, List<String> typed) {
        var words = typed.stream().map(Word::of).toList();
        // one condition a word: the trigram index serves "like", not "like all"
        var matches = IntStream.range(0, words.size())
                .mapToObj(i -> words.get(i).anywhere().equals(words.get(i).orElse())
                        ? "search like :word" + i
                        : "(search like :word" + i + " or search like :begin" + i + ")")
                .collect(Collectors.joining(" and ", "owner <> :agent and ", ""));
        Map<String, String> patterns = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            patterns.put("word" + i, words.get(i).anywhere());
            patterns.put("begin" + i, words.get(i).orElse());
        }
        return jdbc.sql(SEARCH.replace("MATCHES", matches))
                .params(patterns)
                .param("names", fullNames(typed))
                .param("units", units(agent))
                .param("agent", agent.account())
                .param("rows", PAGE + 1)
                .query(Desk::line)
                .list();
    }

    /** The whole name, first name first or last; nine letters of reference follow it. */
    private static String[] fullNames(List<String> typed) {
        var turned = new ArrayList<>(typed);
        Collections.rotate(turned, 1);
        return Stream.of(typed, turned)
                .map(words -> String.join(" ", words) + " _________")
                .toArray(String[]::new);
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

    private List<String> words(String typed) {
        var plain = jdbc.sql("select public.plain_text(:typed)")
                .param("typed", typed.replaceAll("[\\p{Cc}\\s-]+", " "))
                .query(String.class)
                .single();
        return Arrays.stream(plain.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
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
