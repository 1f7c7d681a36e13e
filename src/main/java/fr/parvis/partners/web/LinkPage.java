package fr.parvis.partners.web;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Unit;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Linking;

/**
 * A step of proving to a service which of its accounts is one's own.
 *
 * @param down whether the service has just not answered
 */
public record LinkPage(Partner partner, Linking linking, Unit unit, Typed typed, FormErrors errors, boolean down) {

    /** What was typed, to be shown again. */
    public record Typed(String card, String birthDate, String identifier) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    static LinkPage of(Offers.Offer offer, Typed typed, FormErrors errors) {
        return new LinkPage(offer.partner(), offer.linking(), offer.unit(), typed, errors, false);
    }

    static LinkPage down(Offers.Offer offer, Typed typed) {
        return new LinkPage(offer.partner(), offer.linking(), offer.unit(), typed, FormErrors.none(), true);
    }
}
