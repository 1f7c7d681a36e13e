package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Organisation;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.Procedures;
import org.springframework.stereotype.Service;

/** The receipts of cases filed: made from what was filed, so the same whenever they are asked for. */
@Service
public class Receipts {

    private final CaseAccess access;
    private final Procedures procedures;
    private final Organisation organisation;

    Receipts(CaseAccess access, Procedures procedures, Organisation organisation) {
        this.access = access;
        this.procedures = procedures;
        this.organisation = organisation;
    }

    public Receipt of(Reference reference, Viewer owner) {
        var file = access.asOwner(reference, owner);
        var procedure = procedures.version(file.procedure(), file.procedureVersion());
        return Receipt.of(
                file,
                procedure,
                organisation.unit(procedure.unit()),
                procedure.form().summary(Answers.parse(file.answers())));
    }
}
