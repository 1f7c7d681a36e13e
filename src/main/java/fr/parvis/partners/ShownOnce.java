package fr.parvis.partners;

/**
 * A secret, the one time that it is shown.
 *
 * @param overlap whether the former one still works for a while
 */
public record ShownOnce(String label, String value, boolean overlap) {}
