package fr.parvis.partners.handover;

import fr.parvis.kernel.French;
import fr.parvis.partners.handover.HandedCases.End;

/**
 * What a partner thought of a case when it had done its part.
 *
 * @param partnerName the service as residents know it
 * @param text why, in the partner's words; empty when it said nothing
 */
public record Opinion(String partnerName, End end, String text) {

    /** What the partner did, after its name: "a terminé sa part : avis favorable". */
    public String deed() {
        return switch (end) {
            case ACCEPTED -> "a terminé sa part" + French.NBSP + ": avis favorable";
            case PARTLY_ACCEPTED -> "a terminé sa part" + French.NBSP + ": avis favorable en partie";
            case REFUSED -> "a terminé sa part" + French.NBSP + ": avis défavorable";
            case CLOSED -> "a terminé sa part";
            case WITHDRAWN -> "a rendu le dossier";
        };
    }
}
