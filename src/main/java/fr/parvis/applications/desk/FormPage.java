package fr.parvis.applications.desk;

import fr.parvis.kernel.web.FormErrors;

/**
 * The form of a new application, or of one that changes.
 *
 * @param action where it posts
 * @param fresh whether the application is new
 */
public record FormPage(ApplicationForm form, FormErrors errors, String action, boolean fresh) {}
