/** The ledger, tried on a real database. */
@org.jspecify.annotations.NullMarked
package fr.parvis.tracking;
