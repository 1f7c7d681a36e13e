/** A vendor's program of the demo: the town hall's letters, handled outside Parvis. It knows the public contract only. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.courrier;
