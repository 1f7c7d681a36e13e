/**
 * Other houses' software in the same thread: what it tells us of residents' cases is kept here, never asked for while a
 * resident waits.
 *
 * <p>Words: partenaire = {@link fr.parvis.partners.Partner}, événement = {@link
 * fr.parvis.partners.contract.CaseEvent}, liaison = {@link fr.parvis.partners.links.Link}, dossier confié = {@link
 * fr.parvis.partners.handover.Handover}, façon de lier = {@link fr.parvis.partners.links.Linking}, agenda = {@link
 * fr.parvis.partners.agenda.Calendar}, contrôle de conformité = {@link fr.parvis.partners.console.conformance.Run},
 * ingénieur = {@link fr.parvis.partners.console.Engineer}, santé = {@link fr.parvis.partners.calls.Health}, bac à sable =
 * {@link fr.parvis.partners.links.Sandboxes}, alimentation = {@link fr.parvis.partners.feeds.Feeds}, correspondance =
 * {@link fr.parvis.partners.feeds.Mapping}, dépôt = {@link fr.parvis.partners.feeds.sftp.SftpServer}.
 *
 * <p>Always: an event is applied once, in the order of its case; a partner reads and writes only its own cases; a case
 * belongs to the person it was opened for, whom several accounts may have linked without knowing of each other. What is
 * refused is kept with the reason.
 *
 * <p>The other way round, partners are told what happens here ({@code webhooks}), and go on with cases of ours
 * ({@code handover}) when a step of their procedure says so.
 *
 * <p>Owns the schema {@code partners}. Writes to {@code tracking} in its own transactions. Hears {@code AccountClosed}
 * of {@code identity}. Publishes {@link fr.parvis.partners.Linked}, {@link fr.parvis.partners.Unlinked} and {@link
 * fr.parvis.partners.ResyncAsked}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "notifications",
            "documents",
            "identity",
            "identity::guessing",
            "identity::openid",
            "applications",
            "tracking"
        })
@org.jspecify.annotations.NullMarked
package fr.parvis.partners;
