/** The rules of the house that the build says: arrows between modules, sizes, words. What is not here is taste. */
@org.jspecify.annotations.NullMarked
package fr.parvis.architecture;
