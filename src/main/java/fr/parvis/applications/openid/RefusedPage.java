package fr.parvis.applications.openid;

/**
 * An application sent a request that cannot be followed.
 *
 * @param reason for whoever looks after the application
 */
public record RefusedPage(String reason) {}
