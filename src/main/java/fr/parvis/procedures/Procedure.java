package fr.parvis.procedures;

import java.util.List;

/**
 * One version of a démarche.
 *
 * @param slug its name in addresses, as in {@code carte-stationnement-residentiel}
 * @param version 1, 2, …; the highest is the one people start
 * @param title what it is called everywhere: "Carte de stationnement résidentiel"
 * @param unit the unit that answers for it, whose phone people are given
 * @param documents supporting documents an agent may ask for, in words for the resident
 * @param refusalReasons reasons in law and fact an agent can start from (CRPA L211-5)
 */
public record Procedure(
        String slug,
        int version,
        String title,
        String unit,
        ServiceSheet service,
        Form form,
        Circuit circuit,
        LegalRegime legal,
        Letters letters,
        List<AskableDocument> documents,
        List<String> refusalReasons) {

    public Procedure {
        documents = List.copyOf(documents);
        refusalReasons = List.copyOf(refusalReasons);
    }

    /** A document listed by the texts that an agent may ask for when it is missing (CRPA L114-5). */
    public record AskableDocument(String label, String hint) {}
}
