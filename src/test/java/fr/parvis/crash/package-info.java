/** The program killed at the worst moment: what a person was told is saved is there after the restart. */
@org.jspecify.annotations.NullMarked
package fr.parvis.crash;
