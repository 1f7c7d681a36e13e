package fr.parvis.applications.openid;

/**
 * A moment between the portal and an application.
 *
 * @param application its name; empty while still on the portal
 */
public record OnwardPage(String address, String application) {}
