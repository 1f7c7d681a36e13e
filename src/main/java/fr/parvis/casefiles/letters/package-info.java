/** Letters that carry decisions. */
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles.letters;
