package fr.parvis.casefiles.letters;

import fr.parvis.casefiles.CaseFile;
import fr.parvis.casefiles.CaseStatus;
import fr.parvis.documents.Documents;
import fr.parvis.documents.Pdfs;
import fr.parvis.documents.StoredFile;
import fr.parvis.kernel.French;
import fr.parvis.kernel.Viewer;
import fr.parvis.organisation.Membership;
import fr.parvis.organisation.Organisation;
import fr.parvis.procedures.Procedure;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Decision letters: name, first name, quality and service of the agent who decides (CRPA L212-1), reasons of a refusal
 * (L211-5), remedies (CJA R421-5). Notified through the portal they need no signature (L212-2).
 */
@Component
public class DecisionLetters {

    private final Pdfs pdfs;
    private final Documents documents;
    private final Organisation organisation;

    DecisionLetters(Pdfs pdfs, Documents documents, Organisation organisation) {
        this.pdfs = pdfs;
        this.documents = documents;
        this.organisation = organisation;
    }

    /** Who decides, as the letter must say it. */
    public record Signatory(String name, String quality) {}

    /** An agent who decides on a case of this unit. */
    public Signatory signatory(Viewer agent, String unit) {
        return new Signatory(agent.fullName(), quality(agent, unit));
    }

    /** Writes the letter of a decision and keeps it. */
    public StoredFile write(CaseFile decided, Procedure procedure, Signatory signatory, String reasons) {
        var page = letter(decided, procedure, signatory, reasons);
        var name = (decided.status() == CaseStatus.ACCEPTED ? "accord-" : "refus-")
                + decided.reference().value() + ".pdf";
        return documents.keep(name, "application/pdf", pdfs.render("casefiles/letter", page));
    }

    /** The letter of a decision, made or about to be made. */
    public DecisionLetter letter(CaseFile decided, Procedure procedure, Signatory signatory, String reasons) {
        var accepted = decided.status() == CaseStatus.ACCEPTED;
        var letter = accepted
                ? procedure.letters().acceptance()
                : procedure.letters().refusal();
        var decidedAt = Objects.requireNonNull(decided.decidedAt());
        var values = Map.of(
                "reference", decided.reference().value(),
                "applicant", decided.applicant(),
                "date", French.date(decidedAt));
        return new DecisionLetter(
                organisation.town(),
                organisation.unit(decided.unit()),
                decided.reference().value(),
                French.date(decidedAt),
                decided.applicant(),
                fill(letter.subject(), values),
                letter.paragraphs().stream().map(text -> fill(text, values)).toList(),
                reasons,
                accepted ? "" : procedure.legal().remedies(),
                signatory.name(),
                signatory.quality());
    }

    private String quality(Viewer agent, String unit) {
        return organisation.memberships(agent.account()).stream()
                .filter(membership -> membership.unit().equals(unit))
                .map(Membership::quality)
                .findFirst()
                .orElse("Agent");
    }

    private static String fill(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
