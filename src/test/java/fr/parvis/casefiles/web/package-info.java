/** The residents' pages of requests, tried over HTTP. */
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles.web;
