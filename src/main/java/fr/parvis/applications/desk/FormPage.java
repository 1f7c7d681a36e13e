package fr.parvis.applications.desk;

import fr.parvis.kernel.web.FormErrors;

/**
 * The form of an application that changes, all on one page.
 *
 * @param path of the application
 */
public record FormPage(ApplicationForm form, FormErrors errors, String path) {}
