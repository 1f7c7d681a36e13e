package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.procedures.Procedures;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening cases as an agent; each opening is recorded in the same transaction as it is granted. */
@Service
public class OpenCases {

    private final CaseAccess access;
    private final CaseRepository cases;
    private final CasePapers papers;
    private final Journal journal;
    private final Procedures procedures;

    OpenCases(CaseAccess access, CaseRepository cases, CasePapers papers, Journal journal, Procedures procedures) {
        this.access = access;
        this.cases = cases;
        this.papers = papers;
        this.journal = journal;
        this.procedures = procedures;
    }

    @Transactional
    public OpenCase open(Reference reference, Viewer agent) {
        var file = access.openAsAgent(reference, agent);
        cases.seen(file);
        return new OpenCase(
                file,
                procedures.version(file.procedure(), file.procedureVersion()),
                papers.awaited(file.id()),
                journal.of(file.id()),
                papers.of(file.id()));
    }

    /** A file of the case; opening it opens the case. */
    @Transactional
    public Attachment attachment(Reference reference, Viewer agent, UUID file) {
        return papers.of(access.openAsAgent(reference, agent).id()).stream()
                .filter(attachment -> attachment.file().equals(file))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
