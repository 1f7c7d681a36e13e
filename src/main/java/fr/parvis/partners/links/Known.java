package fr.parvis.partners.links;

/**
 * A person whom a partner recognised.
 *
 * @param member the partner's name of this person
 * @param name as the partner shows them to the person
 */
public record Known(String member, String name) {}
