package fr.parvis.partners.web;

import fr.parvis.kernel.web.NotFoundException;
import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import fr.parvis.partners.Partner;
import fr.parvis.partners.Partners;
import fr.parvis.partners.links.Linking;
import fr.parvis.partners.links.Linkings;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** The services that people may link to their account now. */
@Component
class Offers {

    private final Partners partners;
    private final Linkings linkings;
    private final Organisation organisation;

    Offers(Partners partners, Linkings linkings, Organisation organisation) {
        this.partners = partners;
        this.linkings = linkings;
        this.organisation = organisation;
    }

    /**
     * A service to link.
     *
     * @param unit the unit of the town that helps
     */
    record Offer(Partner partner, Linking linking, Unit unit) {

        /** Where its pages begin. */
        String path() {
            return "/mes-services/" + partner.slug();
        }

        /** Where linking begins. */
        String link() {
            return path() + "/lier";
        }
    }

    /** The one at this address; what is suspended or not offered does not exist. */
    Offer of(String slug) {
        var partner = all().stream()
                .filter(found -> found.slug().equals(slug))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        var linking = linkings.find(partner.id()).orElseThrow(NotFoundException::new);
        return new Offer(partner, linking, organisation.unit(partner.unit()));
    }

    List<Partner> all() {
        var offered = new HashSet<>(linkings.offered());
        return partners.all().stream()
                .filter(partner -> !partner.suspended() && offered.contains(partner.id()))
                .toList();
    }
}
