package fr.parvis.casefiles.desk;

import fr.parvis.casefiles.desk.Desk.Filter;
import fr.parvis.casefiles.desk.Desk.Line;
import fr.parvis.casefiles.desk.Desk.View;
import fr.parvis.casefiles.desk.QueuePage.Row;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Organisation;
import fr.parvis.partners.handover.Handovers;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the queue's page: lines in the agents' words. */
@Component
class QueuePages {

    private final Desk desk;
    private final CaseSearch search;
    private final Procedures procedures;
    private final Organisation organisation;
    private final Handovers handovers;
    private final Clock clock;

    QueuePages(
            Desk desk,
            CaseSearch search,
            Procedures procedures,
            Organisation organisation,
            Handovers handovers,
            Clock clock) {
        this.desk = desk;
        this.search = search;
        this.procedures = procedures;
        this.organisation = organisation;
        this.handovers = handovers;
        this.clock = clock;
    }

    QueuePage queue(Viewer agent, Filter filter) {
        var lines = desk.queue(agent, filter);
        if (lines.isEmpty() && filter.page() > 0) {
            // the queue grew shorter since the link was shown
            return queue(agent, filter.on(desk.lastPage(agent, filter)));
        }
        return page(agent, filter, lines.stream().limit(Desk.PAGE).toList(), lines.size() > Desk.PAGE, "");
    }

    QueuePage search(Viewer agent, String typed) {
        var filter = new Filter(View.TO_DO, null, false, 0);
        var lines = search.find(agent, typed);
        return page(agent, filter, lines.stream().limit(Desk.PAGE).toList(), lines.size() > Desk.PAGE, typed);
    }

    /** The agent's units, as the menu names them. */
    String unitNames(Viewer agent) {
        return agent.units().stream()
                .map(unit -> organisation.unit(unit).name())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private QueuePage page(Viewer agent, Filter filter, List<Line> lines, boolean more, String typed) {
        var holders = handovers.holders(lines.stream()
                .filter(line -> procedureOf(line).circuit().isShared())
                .map(Line::reference)
                .toList());
        return new QueuePage(
                filter,
                lines.stream()
                        .map(line -> row(line, holders.getOrDefault(line.reference(), ""), agent))
                        .toList(),
                more,
                desk.load(agent),
                procedures.all().stream()
                        .map(procedure -> new QueuePage.Choice(procedure.slug(), procedure.title()))
                        .toList(),
                unitNames(agent),
                typed);
    }

    private Procedure procedureOf(Line line) {
        return procedures.version(line.procedure(), line.procedureVersion());
    }

    private Row row(Line line, String holder, Viewer agent) {
        var procedure = procedureOf(line);
        var today = French.day(clock.instant());
        var open = line.status().isOpen();
        var assignee = line.assignee();
        return new Row(
                line.reference().value(),
                procedure.title(),
                line.applicant(),
                open
                        ? procedure.circuit().step(line.step()).agentLabel()
                        : line.status().label(),
                holder,
                open ? (line.dueOn().isBefore(today) ? "en retard, " : "") + French.onDay(line.dueOn(), today) : "",
                !open || line.dueOn().isAfter(today)
                        ? "due"
                        : line.dueOn().isBefore(today) ? "badge bad" : "badge wait",
                assignee == null ? "—" : assignee.equals(agent.fullName()) ? "vous" : assignee,
                line.news() == null ? "" : line.news().label());
    }
}
