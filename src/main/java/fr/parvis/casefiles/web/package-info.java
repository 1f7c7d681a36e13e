/** The resident's pages: filling in, reviewing, the receipt, following a case. */
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles.web;
