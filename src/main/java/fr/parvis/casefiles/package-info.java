/**
 * Requests from the first page of a form to the decision: drafts, filing, the circuit of steps, messages, documents
 * asked for, decisions and their letters, the legal clock.
 *
 * <p>Words: dossier = {@link fr.parvis.casefiles.CaseFile}, brouillon = {@link fr.parvis.casefiles.Draft}, dépôt =
 * {@link fr.parvis.casefiles.Filing}, accusé de réception = receipt (CRPA R112-11-1).
 *
 * <p>Invariants: filing is one transaction; a draft is filed once; an agent's act names the version of the case it was
 * decided on; every opening by an agent is recorded; a running case keeps the version of its procedure.
 *
 * <p>Owns the schema {@code casefiles}. Writes to {@code tracking} and queues e-mails in its own transactions.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "identity",
            "notifications",
            "documents",
            "procedures",
            "procedures::person",
            "partners",
            "partners::handover",
            "tracking"
        })
@org.jspecify.annotations.NullMarked
package fr.parvis.casefiles;
