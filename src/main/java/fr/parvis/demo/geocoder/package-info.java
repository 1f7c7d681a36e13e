/** A stand-in for the Géoplateforme geocoder (GeoCodeJSON), over streets of Suresnes, faults included. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.geocoder;
