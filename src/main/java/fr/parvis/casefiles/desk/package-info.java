/** The agents' pages: the queue, the case with its actions. */
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles.desk;
