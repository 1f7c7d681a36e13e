/** Documents of procedures, right and wrong. */
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures.loading;
