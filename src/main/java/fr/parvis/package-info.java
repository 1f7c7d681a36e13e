/** Parvis, the digital square in front of the town hall: one package per module, see docs/architecture.md. */
@org.jspecify.annotations.NullMarked
package fr.parvis;
