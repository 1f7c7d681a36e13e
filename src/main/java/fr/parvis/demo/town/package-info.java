/**
 * The believable town of the demo: agents, residents and two hundred requests, made through the modules' own verbs
 * while the clock walks through the last months.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.town;
