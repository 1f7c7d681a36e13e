/** What engineers of a partner see of it: keys, calls, refusals, cases; and nothing of another's. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.console;
