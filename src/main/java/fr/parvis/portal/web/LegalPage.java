package fr.parvis.portal.web;

/**
 * A page the law asks for; its words are in its template.
 *
 * @param address the portal's own public address
 */
public record LegalPage(String address) {}
