/** A vendor's program of the demo: resident parking, its subscriptions and what they cost. It knows the public contract only. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.stationnement;
