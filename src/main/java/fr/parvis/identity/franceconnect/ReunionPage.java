package fr.parvis.identity.franceconnect;

import fr.parvis.kernel.web.FormErrors;

/**
 * « Avez-vous déjà un compte ? »
 *
 * @param email the address that FranceConnect gives, or as typed; never that of an account the person did not name
 */
public record ReunionPage(String firstName, String email, FormErrors errors) {}
