package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.tracking.Ledger;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Le dépôt: a draft becomes a case. One transaction: case, files, thread, receipt by e-mail; all or nothing, once. */
@Service
public class Filing {

    private final DraftRepository drafts;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Ledger ledger;
    private final Standings standings;
    private final CaseMails mails;
    private final RandomGenerator random;
    private final Clock clock;

    Filing(
            DraftRepository drafts,
            CaseRepository cases,
            CasePapers papers,
            Ledger ledger,
            Standings standings,
            CaseMails mails,
            RandomGenerator random,
            Clock clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.papers = papers;
        this.ledger = ledger;
        this.standings = standings;
        this.mails = mails;
        this.random = random;
        this.clock = clock;
    }

    /** The draft as it was when the person reviewed it. */
    public record Reviewed(UUID draft, int version) {}

    /** Files the draft that was reviewed. */
    @Transactional
    public FilingOutcome file(Viewer viewer, Procedure procedure, Reviewed reviewed) {
        var found = drafts.lock(viewer.account(), procedure.slug())
                .filter(draft -> draft.id().equals(reviewed.draft()));
        if (found.isEmpty()) {
            return cases.filedFrom(reviewed.draft(), viewer.account())
                    .<FilingOutcome>map(FilingOutcome.Filed::new)
                    .orElseGet(FilingOutcome.NoDraft::new);
        }
        var draft = found.get();
        if (draft.version() != reviewed.version()) {
            return new FilingOutcome.ReviewAgain();
        }
        var incomplete = firstIncomplete(procedure, draft.answers());
        if (incomplete.isPresent()) {
            return new FilingOutcome.Incomplete(incomplete.get().key());
        }
        return new FilingOutcome.Filed(file(viewer, procedure, draft));
    }

    /** The first page that still lacks something. */
    public static Optional<FormPage> firstIncomplete(Procedure procedure, Answers answers) {
        var form = procedure.form();
        return form.visiblePages(answers).stream()
                .filter(page -> !form.check(page, answers).isEmpty())
                .findFirst();
    }

    private Reference file(Viewer viewer, Procedure procedure, Draft draft) {
        var now = clock.instant();
        var filed = newCase(viewer, procedure, draft, now);
        cases.insert(filed, draft.id());
        papers.attachForm(filed, draft.answers());
        ledger.open(
                filed.reference(),
                "case",
                filed.owner(),
                procedure.title(),
                standings.of(filed),
                new TimelineEvent(now, "Demande déposée", Receipt.silenceInWords(filed, procedure), null));
        mails.filed(filed, procedure);
        drafts.delete(draft.id());
        return filed.reference();
    }

    private CaseFile newCase(Viewer viewer, Procedure procedure, Draft draft, Instant now) {
        var first = procedure.circuit().first();
        var legal = LegalClock.startedOn(French.day(now), procedure.legal());
        return new CaseFile(
                UUID.randomUUID(),
                Reference.random(random),
                procedure.slug(),
                procedure.version(),
                viewer.account(),
                viewer.fullName(),
                draft.answers().toJson(),
                CaseStatus.IN_PROGRESS,
                first.unit(),
                first.key(),
                null,
                null,
                WorkingDays.after(French.day(now), first.targetDays()),
                now,
                legal,
                legal.silenceDate(),
                Duration.ZERO,
                null,
                null,
                false,
                1);
    }
}
