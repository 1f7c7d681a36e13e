package fr.parvis.partners.desk;

/**
 * Something that somebody must know of a partner.
 *
 * @param kind a word in capitals: a kind is told once a day
 * @param what what happened, in a sentence or two
 */
public record Alarm(String kind, String subject, String what) {}
