/** What partners push: proven, read, put in the order of its case, applied to the ledger once. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.intake;
