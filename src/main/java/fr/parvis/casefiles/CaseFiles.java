package fr.parvis.casefiles;

import fr.parvis.casefiles.Attachment.Origin;
import fr.parvis.casefiles.CaseFile.News;
import fr.parvis.casefiles.JournalEntry.Kind;
import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.WorkingDays;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.partners.handover.Awaited;
import fr.parvis.partners.handover.Handover;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.tracking.TimelineEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What residents see of their cases and do with them. */
@Service
public class CaseFiles {

    /** The kind of our own requests in the ledger. */
    public static final String KIND = "case";

    private final CaseAccess access;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Journal journal;
    private final Procedures procedures;
    private final Standings standings;
    private final CaseMails mails;
    private final PartnerSteps partnerSteps;
    private final Clock clock;

    CaseFiles(
            CaseAccess access,
            CaseRepository cases,
            CasePapers papers,
            Journal journal,
            Procedures procedures,
            Standings standings,
            CaseMails mails,
            PartnerSteps partnerSteps,
            Clock clock) {
        this.access = access;
        this.cases = cases;
        this.papers = papers;
        this.journal = journal;
        this.procedures = procedures;
        this.standings = standings;
        this.mails = mails;
        this.partnerSteps = partnerSteps;
        this.clock = clock;
    }

    /**
     * A case with all that its owner may see of it.
     *
     * @param asked what a partner that has the case awaits from the owner; null when none awaits anything
     * @param canWrite whether the owner may write to the town now
     */
    public record OwnCase(
            CaseFile file,
            Procedure procedure,
            List<DocumentRequest> awaited,
            List<JournalEntry> messages,
            List<Attachment> attachments,
            @Nullable Awaited asked,
            boolean canWrite) {}

    public OwnCase open(Reference reference, Viewer owner) {
        var file = access.asOwner(reference, owner);
        var said = journal.of(file.id());
        return new OwnCase(
                file,
                procedureOf(file),
                file.status() == CaseStatus.WAITING_RESIDENT ? papers.awaited(file.id()) : List.of(),
                said.stream().filter(entry -> entry.kind() == Kind.MESSAGE).toList(),
                papers.of(file.id()),
                partnerSteps.current(file).map(Handover::awaited).orElse(null),
                canWrite(file, said));
    }

    /** Who opened the case, the latest first. */
    public List<AccessRecord> openings(Reference reference, Viewer owner) {
        return journal.openings(access.asOwner(reference, owner).id());
    }

    /** A file of the case; nothing of other cases is found this way. */
    public Attachment attachment(Reference reference, Viewer owner, UUID file) {
        return papers.of(access.asOwner(reference, owner).id()).stream()
                .filter(attachment -> attachment.file().equals(file))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The resident sends a document asked for. When it was the last one awaited the town takes the case up again, and
     * the legal clock runs.
     *
     * @return false when it was not awaited any more; the files are then thrown away
     */
    @Transactional
    public boolean answer(Reference reference, Viewer owner, UUID request, List<StoredFile> files) {
        var file = access.holdAsOwner(reference, owner);
        var asked = papers.awaited(file.id(), request);
        if (asked.isEmpty() || file.status() != CaseStatus.WAITING_RESIDENT) {
            papers.discard(files);
            return false;
        }
        var now = clock.instant();
        files.forEach(stored -> papers.attach(file, stored, asked.get().label(), Origin.REPLY));
        papers.answered(request, now);
        journal.add(
                file,
                owner,
                Kind.ACTION,
                "a envoyé" + French.NBSP + ": " + asked.get().label());
        var event = new TimelineEvent(
                now, "Pièce envoyée" + French.NBSP + ": " + asked.get().label(), null, null);
        var answered = papers.awaited(file.id()).isEmpty() ? resumed(file, now) : file.change();
        standings.record(keep(answered, News.DOCUMENT, now), event);
        partnerSteps.sent(file, files, asked.get().label());
        return true;
    }

    /**
     * The resident writes to the town; possible as long as the case is open, then when an agent wrote after its end.
     *
     * @return false when it is over; nothing is sent and the files are thrown away
     */
    @Transactional
    public boolean write(Reference reference, Viewer owner, Message message) {
        var file = access.holdAsOwner(reference, owner);
        if (!canWrite(file, journal.of(file.id()))) {
            papers.discard(message.files());
            return false;
        }
        if (!journal.write(file, owner, Kind.MESSAGE, message)) {
            papers.discard(message.files());
            return true;
        }
        var now = clock.instant();
        // what came after the end has no other day by which to be read
        var change = file.status().isOpen() ? file.change() : file.change().due(French.day(now));
        var changed = keep(change, News.MESSAGE, now);
        message.files().forEach(stored -> papers.attach(file, stored, "Joint à un message", Origin.MESSAGE));
        partnerSteps
                .written(changed, message)
                .ifPresent(asker -> standings.record(
                        changed, new TimelineEvent(now, "Envoyé à " + asker.partnerName(), null, null)));
        return true;
    }

    /** The resident gives the request up. Returns false when it was already decided. */
    @Transactional
    public boolean withdraw(Reference reference, Viewer owner) {
        var file = access.holdAsOwner(reference, owner);
        if (!file.status().isOpen()) {
            return false;
        }
        var now = clock.instant();
        var withdrawn = file.change().to(CaseStatus.WITHDRAWN, now).done();
        cases.update(withdrawn);
        papers.giveUp(file.id(), now);
        journal.add(file, owner, Kind.ACTION, "a retiré sa demande");
        standings.record(
                withdrawn,
                new TimelineEvent(now, "Demande retirée", "À votre demande, la ville ne la traite plus.", null));
        mails.withdrawn(withdrawn, procedureOf(withdrawn));
        return true;
    }

    /** The last thing done on a closed case is what closed it. */
    private static boolean canWrite(CaseFile file, List<JournalEntry> journal) {
        return file.status().isOpen()
                || journal.reversed().stream()
                        .takeWhile(entry -> entry.kind() != Kind.ACTION)
                        .anyMatch(entry -> entry.kind() == Kind.MESSAGE && !entry.fromResident());
    }

    /** Keeps what the resident did: an agent who decides on an older screen is told. */
    private CaseFile keep(CaseChange change, News news, Instant now) {
        var changed = change.done();
        cases.update(changed, news, French.day(now));
        return changed;
    }

    private CaseChange resumed(CaseFile file, Instant now) {
        var today = French.day(now);
        var step = procedureOf(file).circuit().step(file.step());
        return file.change()
                .to(CaseStatus.IN_PROGRESS, now)
                .clock(file.clock().resume(today))
                .due(WorkingDays.after(today, step.targetDays()));
    }

    private Procedure procedureOf(CaseFile file) {
        return procedures.version(file.procedure(), file.procedureVersion());
    }
}
