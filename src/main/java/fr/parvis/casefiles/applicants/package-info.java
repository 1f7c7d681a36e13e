/** Who fills in a form, as the form may know them. */
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles.applicants;
