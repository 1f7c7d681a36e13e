/**
 * Reads procedures from their documents (YAML), checks them and keeps each published version. A document that is wrong
 * stops the start with one line that names the file, the place and what to write there.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures.loading;
