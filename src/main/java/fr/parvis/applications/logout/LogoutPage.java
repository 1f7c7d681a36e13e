package fr.parvis.applications.logout;

/**
 * The question whether to sign out here too.
 *
 * @param request what the application asked, for after
 */
public record LogoutPage(String request) {}
