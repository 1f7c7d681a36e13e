/** "Mon fil": what waits for me, what the town is doing for me, what is done. */
@org.jspecify.annotations.NullMarked
package fr.parvis.tracking.web;
