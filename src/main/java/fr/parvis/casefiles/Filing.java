package fr.parvis.casefiles;

import fr.parvis.documents.Documents;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.FormPage;
import fr.parvis.procedures.Procedure;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Le dépôt: a draft becomes a case. One transaction: case, files, thread, receipt by e-mail; all or nothing, once. */
@Service
public class Filing {

    /** For how long a form opened again is taken for the one just sent, as by the browser's back button. */
    private static final Duration JUST_SENT = Duration.ofDays(1);

    private final DraftRepository drafts;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Standings standings;
    private final Documents documents;
    private final CaseMails mails;
    private final RandomGenerator random;
    private final Clock clock;

    Filing(
            DraftRepository drafts,
            CaseRepository cases,
            CasePapers papers,
            Standings standings,
            Documents documents,
            CaseMails mails,
            RandomGenerator random,
            Clock clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.papers = papers;
        this.standings = standings;
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
        var asked = procedure.form().summary(draft.answers()).stream()
                .flatMap(section -> section.lines().stream())
                .toList();
        var filed = newCase(viewer, procedure, withoutForgotten(draft.answers(), asked), now);
        cases.insert(filed, draft.id());
        asked.forEach(line -> papers.attachForm(filed, line));
        standings.open(
                filed,
                procedure,
                new TimelineEvent(now, "Demande déposée", Receipt.silenceInWords(filed, procedure), null));
        mails.filed(filed, procedure);
        drafts.delete(draft.id());
        return filed.reference();
    }

    /** Erases the files of questions that are no longer asked, for the person was not shown them before sending. */
    private Answers withoutForgotten(Answers answers, List<Form.SummaryLine> asked) {
        var shown = asked.stream().flatMap(line -> line.files().stream()).collect(Collectors.toSet());
        var kept = answers;
        for (var file : answers.files()) {
            if (!shown.contains(file)) {
                kept = kept.withoutFile(file.id());
                documents.delete(List.of(file.id()));
            }
        }
        return kept;
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
