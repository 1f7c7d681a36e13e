/** How the town and its units are read, kept and served. */
@org.jspecify.annotations.NullMarked
package fr.parvis.organisation;
