/** What partners last told of people, as "Mon fil" shows it: lines of a service, things to do, dates. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.tiles;
