package fr.parvis.casefiles;

import fr.parvis.kernel.French;
import fr.parvis.organisation.Unit;
import fr.parvis.procedures.Form;
import fr.parvis.procedures.Procedure;
import java.time.LocalDate;
import java.util.List;

/**
 * L’accusé de réception électronique of a request, with what CRPA R112-11-1 asks: the date of receipt, the service in
 * charge and how to reach it, what silence means and when, the remedies or the right to an attestation.
 *
 * @param receivedAt date and time of receipt, in words
 * @param silence what the town's silence will mean, in words
 */
public record Receipt(
        String reference,
        String title,
        String applicant,
        String receivedAt,
        Unit unit,
        String silence,
        String legalBasis,
        List<Form.SummarySection> summary) {

    static Receipt of(CaseFile file, Procedure procedure, Unit unit, List<Form.SummarySection> summary) {
        return new Receipt(
                file.reference().value(),
                procedure.title(),
                file.applicant(),
                French.dateTime(file.filedAt()),
                unit,
                silenceInWords(file, procedure),
                procedure.legal().basis(),
                summary);
    }

    /** What silence will mean, counted from the day of filing as if the file were complete (R112-11-1). */
    static String silenceInWords(CaseFile file, Procedure procedure) {
        var regime = procedure.legal();
        LocalDate date = French.day(file.filedAt()).plus(regime.delay());
        return switch (regime.silence()) {
            case ACCEPTANCE ->
                "Si votre dossier est complet, vous aurez une réponse au plus tard le" + French.NBSP + French.date(date)
                        + ". Sans réponse à cette date, votre demande est acceptée, et vous pouvez demander une"
                        + " attestation (article L232-3 du code des relations entre le public et l’administration).";
            case REJECTION ->
                "Si votre dossier est complet, vous aurez une réponse au plus tard le" + French.NBSP + French.date(date)
                        + ". Sans réponse à cette date, votre demande est refusée. " + regime.remedies();
            case NONE -> "Cette demande ne donne pas lieu à une décision en cas de silence de la ville.";
        };
    }
}
