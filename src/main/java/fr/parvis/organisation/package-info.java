/**
 * The town and its services: what the portal is called and how to reach it, the units that handle requests, and who
 * works in them.
 *
 * <p>Words: ville = {@link fr.parvis.kernel.Town}, service municipal = {@link fr.parvis.organisation.Unit}, agent = a
 * person with a {@link fr.parvis.organisation.Membership}, fonction = {@link fr.parvis.organisation.Office}.
 *
 * <p>Owns the schema {@code organisation}. Publishes {@link fr.parvis.organisation.Appointed} and
 * {@link fr.parvis.organisation.Dismissed}. The town’s document is
 * read once, when the database is empty; after that the database is right, and the document is not looked at again.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package fr.parvis.organisation;
