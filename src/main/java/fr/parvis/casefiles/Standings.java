package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.partners.handover.Handover;
import fr.parvis.procedures.Circuit;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.Standing;
import fr.parvis.tracking.Standing.Ask;
import fr.parvis.tracking.Standing.Move;
import fr.parvis.tracking.Standing.State;
import fr.parvis.tracking.TimelineEvent;
import fr.parvis.tracking.TrackedItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a case stands, as its owner reads it; written in the ledger with each thing that happens. */
@Component
class Standings {

    private final Procedures procedures;
    private final CasePapers papers;
    private final Pace pace;
    private final PartnerSteps partnerSteps;
    private final Ledger ledger;

    Standings(Procedures procedures, CasePapers papers, Pace pace, PartnerSteps partnerSteps, Ledger ledger) {
        this.procedures = procedures;
        this.papers = papers;
        this.pace = pace;
        this.partnerSteps = partnerSteps;
        this.ledger = ledger;
    }

    /** Begins the thread of a case just filed. */
    void open(CaseFile filed, Procedure procedure, TimelineEvent event) {
        partnerSteps.follow(filed);
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

    /** Adds what happened to the thread of a case, and says where the case stands after it; a partner has it from there. */
    void record(CaseFile after, TimelineEvent event) {
        partnerSteps.follow(after);
        ledger.record(after.reference(), event, of(after));
    }

    private Standing of(CaseFile file) {
        var handover = partnerSteps.current(file);
        if (file.status() == CaseStatus.WAITING_RESIDENT) {
            var awaited = papers.awaited(file.id()).getFirst();
            var asked = French.NBSP + ": " + awaited.label();
            return of(
                    file,
                    new Asked("Il manque" + asked, "Pièce à fournir" + asked, awaited.dueOn(), Ask.DOCUMENT),
                    handover);
        }
        return of(file, handover.map(Standings::asked).orElse(null), handover);
    }

    private static @Nullable Asked asked(Handover handover) {
        var awaited = handover.awaited();
        return awaited == null
                ? null
                : new Asked(
                        awaited.label(),
                        handover.partnerName() + French.NBSP + ": " + awaited.label(),
                        awaited.before(),
                        awaited.document() ? Ask.DOCUMENT : Ask.ANSWER);
    }

    private static String holder(Handover handover) {
        return handover.answered()
                ? "Envoyé, " + handover.partnerName() + " regarde."
                : "Confiée à " + handover.partnerName() + ".";
    }

    /** What the resident is asked to do, in the list and as a step of the thread. */
    private record Asked(String todo, String step, @Nullable LocalDate due, Ask kind) {}

    private Standing of(CaseFile file, @Nullable Asked asked, Optional<Handover> handover) {
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
                headline(file, asked),
                asked == null ? null : asked.todo(),
                asked == null ? null : asked.due(),
                asked == null ? null : asked.kind(),
                asked == null ? step.residentLabel() : asked.step(),
                handover.map(Standings::holder).orElse(null),
                circuit.position(file.step()),
                circuit.steps().size(),
                upcoming(circuit, step, asked != null),
                expected == null ? null : expected.from(),
                expected == null ? null : expected.to(),
                file.legalDue());
    }

    private static String headline(CaseFile file, @Nullable Asked asked) {
        return asked != null && file.status() == CaseStatus.IN_PROGRESS
                ? "À vous"
                : file.status().label();
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
