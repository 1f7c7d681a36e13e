package fr.parvis.casefiles;

import fr.parvis.casefiles.letters.DecisionLetter;
import fr.parvis.casefiles.letters.DecisionLetters;
import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Procedures;
import fr.parvis.procedures.Step.Action;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final DecisionLetters letters;
    private final PartnerSteps partnerSteps;
    private final Clock clock;

    OpenCases(
            CaseAccess access,
            CaseRepository cases,
            CasePapers papers,
            Journal journal,
            Procedures procedures,
            DecisionLetters letters,
            PartnerSteps partnerSteps,
            Clock clock) {
        this.access = access;
        this.cases = cases;
        this.papers = papers;
        this.journal = journal;
        this.procedures = procedures;
        this.letters = letters;
        this.partnerSteps = partnerSteps;
        this.clock = clock;
    }

    @Transactional
    public OpenCase open(Reference reference, Viewer agent) {
        var file = access.openAsAgent(reference, agent);
        cases.seen(file);
        var procedure = procedures.version(file.procedure(), file.procedureVersion());
        return new OpenCase(
                file,
                procedure,
                papers.awaited(file.id()),
                journal.of(file.id()),
                papers.of(file.id()),
                acceptance(file, procedure, agent),
                partnerSteps.current(file).orElse(null),
                partnerSteps.opinions(file));
    }

    private @Nullable DecisionLetter acceptance(CaseFile file, Procedure procedure, Viewer agent) {
        if (!file.status().isOpen() || !procedure.circuit().step(file.step()).allows(Action.ACCEPT)) {
            return null;
        }
        var accepted = file.change().to(CaseStatus.ACCEPTED, clock.instant()).done();
        return letters.letter(accepted, procedure, letters.signatory(agent, file.unit()), "");
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
