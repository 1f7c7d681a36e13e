/**
 * The ledger of everything a resident follows, whoever handles it: one list, one timeline, one "your move / our move".
 * Modules write to it in their own transaction; "Mon fil" and the timelines are indexed local reads.
 *
 * <p>Words: ce qui est suivi = {@link fr.parvis.tracking.TrackedItem}, le fil = its {@link
 * fr.parvis.tracking.TimelineEvent}s.
 *
 * <p>Owns the schema {@code tracking}. Events are only ever added; an item leaves with all of its own when its owner undoes the link
 * that brought it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package fr.parvis.tracking;
