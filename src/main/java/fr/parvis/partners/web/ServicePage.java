package fr.parvis.partners.web;

import fr.parvis.kernel.French;
import fr.parvis.organisation.Unit;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link;
import fr.parvis.partners.links.Linking;
import java.util.List;

/**
 * A service to link: what is shared, and who of the family is linked already.
 *
 * @param notice what has just happened; empty when nothing has
 */
public record ServicePage(Partner partner, Linking linking, Unit unit, List<Link> links, String notice) {

    /** Words for what the address says has just happened; an address may say anything. */
    static String notice(String word) {
        return French.typeset(
                switch (word) {
                    case "lie" ->
                        "C’est lié. Un message vous le confirme. Ce que ce service nous dira paraîtra sur « Mon fil ».";
                    case "deja" -> "Ce compte est déjà lié au vôtre : il n’y a rien à refaire.";
                    case "abandon" -> "Vous n’avez rien lié. Vous pouvez recommencer quand vous voulez.";
                    case "panne" ->
                        "Ce service ne répond pas pour le moment. Rien n’est lié ; réessayez dans quelques minutes, ou"
                                + " appelez-nous.";
                    case "refus" ->
                        "Ce service n’a pas confirmé qui vous êtes. Rien n’est lié ; recommencez, ou appelez-nous.";
                    case "perdu" -> "Cette étape a expiré. Rien n’est lié : recommencez ici.";
                    default -> "";
                });
    }

    /** Whether what the person gets is one account, which is linked already. */
    public boolean isComplete() {
        return linking.method() == Link.Proof.SIGN_ON && !links.isEmpty();
    }
}
