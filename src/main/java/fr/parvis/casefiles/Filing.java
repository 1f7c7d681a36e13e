package fr.parvis.casefiles;

import fr.parvis.casefiles.applicants.Applicants;
import fr.parvis.documents.Documents;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.FileAnswer;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Le dépôt: a draft becomes a case. One transaction: case, files, thread, receipt by e-mail; all or nothing, once. */
@Service
public class Filing {

    /** For how long a form opened again is taken for the one just sent, as by the browser's back button. */
    private static final Duration JUST_SENT = Duration.ofDays(1);

    /** Far more than chance ever needs: at a million cases one reference in 78,000 is taken. */
    private static final int MOST_DRAWS = 20;

    private final DraftRepository drafts;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Standings standings;
    private final Applicants applicants;
    private final Documents documents;
    private final CaseMails mails;
    private final RandomGenerator random;
    private final Clock clock;

    Filing(
            DraftRepository drafts,
            CaseRepository cases,
            CasePapers papers,
            Standings standings,
            Applicants applicants,
            Documents documents,
            CaseMails mails,
            RandomGenerator random,
            Clock clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.papers = papers;
        this.standings = standings;
        this.applicants = applicants;
        this.documents = documents;
        this.mails = mails;
        this.random = random;
        this.clock = clock;
    }

    /** The draft as it was when the person reviewed it. */
    public record Reviewed(UUID draft, int version) {}

    /** A request sent, and when. */
    public record Sent(Reference reference, Instant at) {}

    /** The request of this procedure that the person sent in the last day, if any. */
    public Optional<Sent> justSent(Viewer viewer, String procedure) {
        return cases.lastFiled(viewer.account(), procedure, clock.instant().minus(JUST_SENT));
    }

    /** Files the draft that was reviewed, with what is certified of the person at this moment. */
    @Transactional
    public FilingOutcome file(Viewer viewer, Procedure procedure, Reviewed reviewed) {
        var found = drafts.lock(viewer.account(), procedure.slug())
                .filter(draft -> draft.id().equals(reviewed.draft()));
        if (found.isEmpty()) {
            return cases.filedFrom(reviewed.draft(), viewer.account())
                    .<FilingOutcome>map(FilingOutcome.Filed::new)
                    .orElseGet(FilingOutcome.NoDraft::new);
        }
        if (found.get().version() != reviewed.version()) {
            return new FilingOutcome.ReviewAgain();
        }
        var draft = found.get().with(certified(viewer, procedure, found.get().answers()));
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

    private Answers certified(Viewer viewer, Procedure procedure, Answers answers) {
        return procedure.form().certified(answers, applicants.proven(viewer));
    }

    private Reference file(Viewer viewer, Procedure procedure, Draft draft) {
        var now = clock.instant();
        var filed = insert(viewer, procedure, draft, now);
        papers.attachForm(
                filed, procedure.form().summary(draft.answers()).stream().flatMap(section -> section.lines().stream()));
        standings.open(
                filed,
                procedure,
                new TimelineEvent(now, "Demande déposée", Receipt.silenceInWords(filed, procedure), null));
        mails.filed(filed, procedure);
        drafts.delete(draft.id());
        return filed.reference();
    }

    /** The answers to what is asked now; files of other questions are erased, for nobody saw them before sending. */
    private Answers asked(Procedure procedure, Answers answers) {
        var asked = procedure.form().asked(answers);
        var forgotten = new ArrayList<>(answers.files());
        forgotten.removeAll(asked.files());
        documents.delete(forgotten.stream().map(FileAnswer::id).toList());
        return asked;
    }

    /** Inserts the case; a reference drawn for another case before is drawn again. */
    private CaseFile insert(Viewer viewer, Procedure procedure, Draft draft, Instant now) {
        var answers = asked(procedure, draft.answers());
        for (int draws = 0; draws < MOST_DRAWS; draws++) {
            var filed = newCase(viewer, procedure, answers, now);
            if (cases.insert(filed, draft.id())) {
                return filed;
            }
        }
        throw new IllegalStateException("every reference drawn is taken");
    }

    private CaseFile newCase(Viewer viewer, Procedure procedure, Answers answers, Instant now) {
        var first = procedure.circuit().first();
        var legal = LegalClock.startedOn(French.day(now), procedure.legal());
        return new CaseFile(
                UUID.randomUUID(),
                Reference.random(random),
                procedure.slug(),
                procedure.version(),
                viewer.account(),
                viewer.fullName(),
                answers.toJson(),
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
