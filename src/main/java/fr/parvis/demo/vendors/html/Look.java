package fr.parvis.demo.vendors.html;

/**
 * A house's colours: each vendor looks like itself.
 *
 * @param ink of titles and buttons
 */
public record Look(String name, String ink, String paper, String font) {}
