/** The keys that sign what we say of people: sealed, renewed, published before and after they sign. */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.signing;
