package fr.parvis.casefiles.web;

import fr.parvis.casefiles.AccessRecord;
import fr.parvis.kernel.French;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** "Qui a consulté ce dossier ?": by day and agent, the latest first. */
public record OpeningsPage(String reference, List<Line> lines) {

    /** One agent's openings of one day. */
    public record Line(String date, String agent, String unit, String times) {}

    private record Visit(String date, String agent, String unit) {}

    static OpeningsPage of(String reference, List<AccessRecord> openings, UnaryOperator<String> unitName) {
        Map<Visit, List<String>> visits = new LinkedHashMap<>();
        for (var opening : openings) {
            var visit = new Visit(French.date(opening.at()), opening.agentName(), unitName.apply(opening.unit()));
            visits.computeIfAbsent(visit, first -> new ArrayList<>()).addFirst(French.time(opening.at()));
        }
        return new OpeningsPage(
                reference,
                visits.entrySet().stream()
                        .map(visit -> new Line(
                                visit.getKey().date(),
                                visit.getKey().agent(),
                                visit.getKey().unit(),
                                String.join(", ", visit.getValue())))
                        .toList());
    }
}
