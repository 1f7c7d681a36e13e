/** What people do from one end to the other, in a real browser on the whole program. */
@org.jspecify.annotations.NullMarked
package fr.parvis.journeys;
