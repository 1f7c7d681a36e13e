package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.Act;
import fr.parvis.casefiles.CaseFile.News;
import fr.parvis.casefiles.CaseStatus;
import fr.parvis.casefiles.Handling;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.partners.handover.Handovers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    static final int PAGE = 25;

    /** Up to how many cases are counted: beyond, nobody needs the figure and the count would cost. */
    static final int COUNTED = 100;

    static final String COLUMNS =
            "reference, procedure, procedure_version, applicant, status, unit, step, due_on, assignee_name, legal_due, news";

    private static final String LOAD = """
            select count(*) filter (where due_on < :today) as late,
                   count(*) filter (where due_on = :today) as today
            from (select due_on from casefiles.case_file
                  where unit = any(:units) and status = 'IN_PROGRESS' and due_on <= :today
                      and (news is not null or reference <> all(:held))
                  limit %d) due
            """.formatted(COUNTED);

    private final JdbcClient jdbc;
    private final Handling handling;
    private final Handovers handovers;
    private final Clock clock;

    Desk(JdbcClient jdbc, Handling handling, Handovers handovers, Clock clock) {
        this.jdbc = jdbc;
        this.handling = handling;
        this.handovers = handovers;
        this.clock = clock;
    }

    /** Which cases of the units. */
    public enum View {
        /** What is in the unit's hands, and whatever else a resident sent something to. */
        TO_DO(
                "(status = 'IN_PROGRESS' or news is not null) and (news is not null or reference <> all(:held))",
                "least(due_on, news_on), filed_at"),
        /** What partners have. */
        ELSEWHERE("status = 'IN_PROGRESS' and reference = any(:held)", "due_on, filed_at"),
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
    record Line(
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

    /** How many cases are late, and due today; up to {@link #COUNTED}. */
    record Load(int late, int today) {}

    /** A page of the queue and one line more, which tells whether there is a next page. */
    List<Line> queue(Viewer agent, Filter filter) {
        return queued(
                        agent,
                        filter,
                        upTo(filter),
                        COLUMNS,
                        " order by " + filter.view().order + " offset :skip limit :rows")
                .param("skip", filter.page() * PAGE)
                .param("rows", PAGE + 1)
                .query(Desk::line)
                .list();
    }

    /** The last page there is, up to the one asked for. */
    int lastPage(Viewer agent, Filter filter) {
        int lines = queued(agent, filter, upTo(filter), "count(*)", "")
                .query(Integer.class)
                .single();
        return Math.clamp((lines - 1) / PAGE, 0, filter.page());
    }

    /** How many cases a view holds, up to {@link #COUNTED}. */
    int count(Viewer agent, View view) {
        var found = queued(agent, new Filter(view, null, false, 0), COUNTED, "count(*)", "");
        return Math.min(COUNTED, found.query(Integer.class).single());
    }

    /** The lines of a filter, {@code upTo} of each unit at most. */
    private JdbcClient.StatementSpec queued(Viewer agent, Filter filter, int upTo, String columns, String end) {
        var view = filter.view();
        // a plan is made without the values: the condition and the limit are written out, that it may read a partial
        // index in its order; nothing of them comes from outside
        return jdbc.sql("select " + columns + " from unnest(:units::text[]) as mine(id) cross join lateral ("
                        + "select " + COLUMNS + ", news_on, filed_at, decided_at from casefiles.case_file"
                        + " where unit = mine.id and owner <> :agent and "
                        + view.condition
                        + (filter.procedure() == null ? "" : " and procedure = :procedure")
                        + (filter.mine() ? " and assignee = :agent" : "")
                        + " order by " + view.order + " limit " + upTo + ") as queued" + end)
                .param("units", units(agent))
                .param("procedure", filter.procedure())
                .param("agent", agent.account())
                .param("held", view == View.TO_DO || view == View.ELSEWHERE ? held() : new String[0]);
    }

    private static int upTo(Filter filter) {
        return (filter.page() + 1) * PAGE + 1;
    }

    Load load(Viewer agent) {
        var today = French.day(clock.instant());
        return jdbc.sql(LOAD)
                .param("today", today)
                .param("units", units(agent))
                .param("held", held())
                .query((row, n) -> new Load(row.getInt("late"), row.getInt("today")))
                .single();
    }

    /**
     * Takes the most urgent case that nobody has, no partner either, the agent's own left out. Its row is held from the
     * choice on: two agents never get the same one.
     */
    @Transactional
    Optional<Reference> takeMostUrgent(Viewer agent) {
        return jdbc.sql("""
                        select reference, version from casefiles.case_file
                        where unit = any(:units) and (status = 'IN_PROGRESS' or news is not null)
                            and status in ('IN_PROGRESS', 'WAITING_RESIDENT') and assignee is null and owner <> :agent
                            and reference <> all(:held)
                        order by least(due_on, news_on), filed_at limit 1 for update skip locked
                        """)
                .param("units", units(agent))
                .param("agent", agent.account())
                .param("held", held())
                .query((row, n) -> new Act(new Reference(row.getString("reference")), row.getInt("version"), agent))
                .optional()
                .map(act -> {
                    handling.take(act);
                    return act.reference();
                });
    }

    /** Cases that partners have: few beside those of a queue. */
    private String[] held() {
        return handovers.references().toArray(String[]::new);
    }

    static String[] units(Viewer agent) {
        return agent.units().toArray(String[]::new);
    }

    static Line line(ResultSet row, int number) throws SQLException {
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
