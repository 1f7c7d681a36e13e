/** Tables that partners drop or send (CSV, ODS): read in the background, a line at a time, and acknowledged. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.feeds.files;
