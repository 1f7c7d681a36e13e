/**
 * Other houses' software in the same thread: what it tells us of residents' cases is kept here, never asked for while a
 * resident waits.
 *
 * <p>Words: partenaire = {@link fr.parvis.partners.Partner}, événement = {@link
 * fr.parvis.partners.contract.CaseEvent}, liaison = {@link fr.parvis.partners.links.Link}, alimentation = {@link
 * fr.parvis.partners.feeds.Feeds}, correspondance = {@link fr.parvis.partners.feeds.Mapping}.
 *
 * <p>Always: an event is applied once, in the order of its case; a partner reads and writes only its own cases; a case
 * belongs to the person it was opened for. What is refused is kept with the reason.
 *
 * <p>Owns the schema {@code partners}. Writes to {@code tracking} in its own transactions. Hears {@code AccountClosed}
 * of {@code identity}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation", "identity", "applications", "tracking", "notifications"})
@org.jspecify.annotations.NullMarked
package fr.parvis.partners;
