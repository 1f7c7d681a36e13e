package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.procedures.Circuit;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a case stands, as its owner reads it; written in the ledger with each thing that happens. */
@Component
class Standings {

    private final Procedures procedures;
    private final CasePapers papers;
    private final Pace pace;
    private final Ledger ledger;

    Standings(Procedures procedures, CasePapers papers, Pace pace, Ledger ledger) {
        this.procedures = procedures;
        this.papers = papers;
        this.pace = pace;
        this.ledger = ledger;
    }

    /** Begins the thread of a case just filed. */
    void open(CaseFile filed, Procedure procedure, TimelineEvent event) {
        ledger.open(
                new TrackedItem(
                        filed.reference(),
                        CaseFiles.KIND,
                        filed.owner(),
                        procedure.title(),
                        null,
                        of(filed),
                        event.at(),
                        event.at()),
                event);
    }

    /** Adds what happened to the thread of a case, and says where the case stands after it. */
    void record(CaseFile after, TimelineEvent event) {
        ledger.record(after.reference(), event, of(after));
    }

    private Standing of(CaseFile file) {
        if (file.status() != CaseStatus.WAITING_RESIDENT) {
            return of(file, null, null);
        }
        var awaited = papers.awaited(file.id()).getFirst();
        return of(file, awaited.label(), awaited.dueOn());
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
                ? Stream.concat(Stream.of(current.residentLabel()), after).toList()
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
