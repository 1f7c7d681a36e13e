/** Tests of requests, from the form to the decision. */
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles;
