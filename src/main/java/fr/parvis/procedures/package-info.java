/**
 * Démarches as data: what a procedure is for, its form, its circuit of steps, its legal regime, its letters. Each is a
 * versioned document; a running case keeps the version it was filed under.
 *
 * <p>Words: démarche = {@link fr.parvis.procedures.Procedure}, circuit de traitement = {@link
 * fr.parvis.procedures.Circuit}, étape = {@link fr.parvis.procedures.Step}, régime du silence = {@link
 * fr.parvis.procedures.LegalRegime}.
 *
 * <p>Owns the schema {@code procedures}. A published version never changes.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation", "addresses"})
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures;
