/**
 * What every module may lean on: the reference of a request, the viewer, the town as pages show it, French wording of
 * dates, settings and secrets. Small value types and plumbing only; nothing here knows a service of the town.
 *
 * <p>Words: référence = {@link fr.parvis.kernel.Reference}, usager ou agent connecté = {@link
 * fr.parvis.kernel.Viewer}, ville = {@link fr.parvis.kernel.Town}.
 *
 * <p>Owns no table.
 */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel;
