/**
 * Postal addresses as people type them: suggestions from the Géoplateforme geocoder (IGN), and silence when it does not
 * answer, for a free entry is always possible.
 *
 * <p>Owns no table.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package fr.parvis.addresses;
