package fr.parvis.identity.franceconnect;

/**
 * Several accounts have one identity.
 *
 * @param waiting whether an administrator still has to answer
 */
public record SeveralPage(String reference, boolean waiting) {}
