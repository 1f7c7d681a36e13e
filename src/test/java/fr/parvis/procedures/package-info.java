/** Forms filled in well and badly, and procedures that live through versions. */
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures;
