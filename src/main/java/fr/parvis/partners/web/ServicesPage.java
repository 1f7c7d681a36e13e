package fr.parvis.partners.web;

import fr.parvis.kernel.French;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link;
import java.util.List;

/**
 * My linked services, and those that I may link.
 *
 * @param mine with those whom I linked there
 * @param others not linked yet
 */
public record ServicesPage(List<Service> mine, List<Partner> others, boolean unlinked) {

    /**
     * A service and who of the family is linked there.
     *
     * @param offered whether somebody else may still be linked
     */
    public record Service(Partner partner, List<Link> links, boolean offered) {}

    /** Since when, and how it was proven. */
    public String since(Link link) {
        var how = switch (link.provenBy()) {
            case SIGN_ON -> "avec votre compte de la ville";
            case OPENID, CAS -> "par votre connexion à ce service";
            case CARD -> "par le numéro de carte et la date de naissance";
            case CODE -> "par un code reçu de ce service";
        };
        return "Lié le" + French.NBSP + French.date(link.linkedAt()) + ", " + how;
    }
}
