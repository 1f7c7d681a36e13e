/** Runs in which a partner's program is checked against what it really sends. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.console.conformance;
