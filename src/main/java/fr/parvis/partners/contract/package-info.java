/** The contract with partners: CloudEvents 1.0 of a few types, and what must stand in each. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.contract;
