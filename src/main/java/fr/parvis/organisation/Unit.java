package fr.parvis.organisation;

/**
 * A service of the town that handles requests and that people can reach.
 *
 * @param id short and stable, as in {@code stationnement}; procedures name units by it
 * @param hours when its counter is open, in plain French
 */
public record Unit(String id, String name, String phone, String email, String address, String hours) {}
