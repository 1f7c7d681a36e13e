package fr.parvis.partners.links.desk;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.partners.links.Link.Proof;
import java.util.List;

/**
 * How people link themselves to a partner.
 *
 * @param offered whether residents are offered it already
 */
public record LinkingPage(String name, String back, LinkingForm form, boolean offered, FormErrors errors) {

    /** The ways there are, the simplest first. */
    public List<Proof> ways() {
        return List.of(Proof.values());
    }

    /** A way, as an administrator understands it. */
    public String words(Proof way) {
        return switch (way) {
            case SIGN_ON -> "Ils entrent sur son site avec leur compte de la ville";
            case OPENID -> "Ils se connectent sur son site, par OpenID Connect";
            case CAS -> "Ils se connectent sur son site, par CAS";
            case CARD -> "Ils donnent un numéro de carte et une date de naissance";
            case CODE -> "Il leur envoie un code";
        };
    }

    public String path() {
        return back + "/liaison";
    }
}
