package fr.parvis.partners.web;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Unit;
import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Known;

/**
 * Whom the service recognised, before the person agrees.
 *
 * @param label what the family calls them, as typed or proposed
 */
public record AgreementPage(Partner partner, Unit unit, Known known, String label, FormErrors errors) {}
