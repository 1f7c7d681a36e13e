package fr.parvis.casefiles.letters;

import fr.parvis.kernel.Town;
import fr.parvis.organisation.Unit;
import java.util.List;

/**
 * The letter that carries a decision, as its template shows it.
 *
 * @param reasons why it is refused; blank for an acceptance
 * @param remedies the voies et délais de recours; blank for an acceptance
 * @param quality the deciding agent's quality (CRPA L212-1)
 */
public record DecisionLetter(
        Town town,
        Unit unit,
        String reference,
        String date,
        String applicant,
        String subject,
        List<String> paragraphs,
        String reasons,
        String remedies,
        String agent,
        String quality) {}
