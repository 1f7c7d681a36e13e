package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.procedures.Circuit;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a case stands, as its owner reads it in the ledger. */
@Component
class Standings {

    private final Procedures procedures;
    private final Pace pace;

    Standings(Procedures procedures, Pace pace) {
        this.procedures = procedures;
        this.pace = pace;
    }

    /** Where the case stands while the town works on it, or once it is over. */
    Standing of(CaseFile file) {
        return of(file, null, null);
    }

    /** Where the case stands while the resident is asked for a document. */
    Standing asking(CaseFile file, String document, LocalDate due) {
        return of(file, document, due);
    }

    private Standing of(CaseFile file, @Nullable String asked, @Nullable LocalDate due) {
        var circuit =
                procedures.version(file.procedure(), file.procedureVersion()).circuit();
        var step = circuit.step(file.step());
        if (!file.status().isOpen()) {
            return ended(file, circuit);
        }
        var expected = expected(file);
        return new Standing(
                State.OPEN,
                asked == null ? Move.TOWN : Move.RESIDENT,
                asked == null ? CaseStatus.IN_PROGRESS.label() : CaseStatus.WAITING_RESIDENT.label(),
                asked == null ? null : "Il manque" + French.NBSP + ": " + asked,
                due,
                asked == null ? step.residentLabel() : "Pièce à fournir" + French.NBSP + ": " + asked,
                null,
                circuit.position(file.step()),
                circuit.steps().size(),
                upcoming(circuit, step, asked != null),
                expected == null ? null : expected.from(),
                expected == null ? null : expected.to(),
                file.legalDue());
    }

    private static Standing ended(CaseFile file, Circuit circuit) {
        int steps = circuit.steps().size();
        int done = file.status() == CaseStatus.WITHDRAWN ? circuit.position(file.step()) : steps;
        return new Standing(
                State.DONE,
                Move.NOBODY,
                file.status().label(),
                null,
                null,
                null,
                null,
                done,
                steps,
                List.of(),
                null,
                null,
                null);
    }

    private static List<String> upcoming(Circuit circuit, Step current, boolean waiting) {
        var after = circuit.after(current.key()).stream().map(Step::residentLabel);
        return waiting
                ? java.util.stream.Stream.concat(java.util.stream.Stream.of(current.residentLabel()), after)
                        .toList()
                : after.toList();
    }

    private record Expected(LocalDate from, LocalDate to) {}

    private @Nullable Expected expected(CaseFile file) {
        return pace.range(file.procedure())
                .map(range -> {
                    Instant start = file.filedAt().plus(file.waited());
                    return new Expected(
                            French.day(start).plusDays(range.lowDays()),
                            French.day(start).plusDays(range.highDays()));
                })
                .orElse(null);
    }
}
