package fr.parvis.identity.franceconnect;

import java.util.Map;

/**
 * The holder of an account says yes to its link.
 *
 * @param facts what FranceConnect proved, by its name on screen
 * @param suite where they go on to without it
 */
public record JoinPage(Map<String, String> facts, String suite) {}
