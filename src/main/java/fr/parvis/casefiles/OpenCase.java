package fr.parvis.casefiles;

import fr.parvis.casefiles.letters.DecisionLetter;
import fr.parvis.partners.handover.Handover;
import fr.parvis.partners.handover.Opinion;
import fr.parvis.procedures.Answers;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.Procedure;
import fr.parvis.procedures.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case open on an agent's desk, with everything about it.
 *
 * @param acceptance the letter that an acceptance by this agent would send; null when the step does not accept
 * @param handover the partner that has the case; null when none has
 * @param opinions what partners thought of it that had it before, the first first
 */
public record OpenCase(
        CaseFile file,
        Procedure procedure,
        List<DocumentRequest> awaited,
        List<JournalEntry> journal,
        List<Attachment> attachments,
        @Nullable DecisionLetter acceptance,
        @Nullable Handover handover,
        List<Opinion> opinions) {

    /** The step the case is at. */
    public Step step() {
        return procedure.circuit().step(file.step());
    }

    /** The form's answers in words. */
    public List<Form.SummarySection> summary() {
        return procedure.form().summary(Answers.parse(file.answers()));
    }

    /** Whether some of the answers are proven, so that no document need show them. */
    public boolean hasCertified() {
        return summary().stream().flatMap(section -> section.lines().stream()).anyMatch(Form.SummaryLine::isCertified);
    }
}
