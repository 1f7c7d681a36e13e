package fr.parvis.casefiles;

import fr.parvis.procedures.Answers;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Step;
import java.util.List;

/** A case open on an agent's desk, with everything about it. */
public record OpenCase(
        CaseFile file,
        Procedure procedure,
        List<DocumentRequest> awaited,
        List<JournalEntry> journal,
        List<Attachment> attachments) {

    /** The step the case is at. */
    public Step step() {
        return procedure.circuit().step(file.step());
    }

    /** The form's answers in words. */
    public List<Form.SummarySection> summary() {
        return procedure.form().summary(Answers.parse(file.answers()));
    }
}
