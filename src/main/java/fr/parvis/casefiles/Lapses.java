package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.kernel.OneByOne;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.procedures.Procedures;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** What ends because nobody came: the wait for a document, drafts left behind. */
@Service
class Lapses {

    /** How long an unfinished draft is kept; said when it is saved. */
    static final Duration DRAFT_KEPT = Duration.ofDays(90);

    private final CaseRepository cases;
    private final CasePapers papers;
    private final Drafts drafts;
    private final DraftRepository draftRows;
    private final Journal journal;
    private final Procedures procedures;
    private final Standings standings;
    private final Clock clock;
    private final OneByOne oneByOne;

    Lapses(
            CaseRepository cases,
            CasePapers papers,
            Drafts drafts,
            DraftRepository draftRows,
            Journal journal,
            Procedures procedures,
            Standings standings,
            Clock clock,
            OneByOne oneByOne) {
        this.cases = cases;
        this.papers = papers;
        this.drafts = drafts;
        this.draftRows = draftRows;
        this.journal = journal;
        this.procedures = procedures;
        this.standings = standings;
        this.clock = clock;
        this.oneByOne = oneByOne;
    }

    /** Takes up again the cases whose documents did not come in time; the legal clock runs again (CRPA L114-5). */
    void resume() {
        var today = French.day(clock.instant());
        oneByOne.each("wait for a document", () -> papers.overdue(today), Reference::value, this::resume);
    }

    /** Erases drafts untouched for ninety days, their files with them. */
    void eraseOldDrafts() {
        var limit = clock.instant().minus(DRAFT_KEPT);
        oneByOne.each("old draft", () -> draftRows.untouchedSince(limit), Draft::id, drafts::remove);
    }

    private void resume(Reference reference) {
        var file = cases.lock(reference).orElseThrow();
        var now = clock.instant();
        papers.lapse(file.id(), French.day(now), now);
        if (file.status() != CaseStatus.WAITING_RESIDENT) {
            return;
        }
        var awaited = papers.awaited(file.id());
        var after = awaited.isEmpty() ? resumed(file, now) : waiting(file, awaited.getFirst());
        cases.update(after);
        journal.addAutomatic(file, "délai de réponse de l’usager passé");
        standings.record(
                after,
                new TimelineEvent(
                        now,
                        "Pièce non reçue à la date demandée",
                        awaited.isEmpty()
                                ? "Le service reprend votre demande avec ce qu’il a. Vous pouvez encore lui écrire."
                                : "Le service attend encore ce qu’il vous a demandé d’autre.",
                        null));
    }

    private CaseFile resumed(CaseFile file, Instant now) {
        var step = procedures
                .version(file.procedure(), file.procedureVersion())
                .circuit()
                .step(file.step());
        return file.change()
                .to(CaseStatus.IN_PROGRESS, now)
                .clock(file.clock().resume(French.day(now)))
                .due(WorkingDays.after(French.day(now), step.targetDays()))
                .done();
    }

    private static CaseFile waiting(CaseFile file, DocumentRequest next) {
        return file.change().due(next.dueOn()).done();
    }
}
