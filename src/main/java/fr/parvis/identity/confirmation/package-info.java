/** Showing again that one is still the person signed in, before anything that matters changes. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.confirmation;
