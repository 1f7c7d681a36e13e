package fr.parvis.partners.web;

import fr.parvis.partners.Partner;
import fr.parvis.partners.links.Link;

/**
 * What undoing a link does, before it is done.
 *
 * @param last whether nobody of the family is linked there afterwards
 */
public record UnlinkPage(Partner partner, Link link, boolean last) {}
