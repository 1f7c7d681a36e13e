/**
 * The fields of a form: one class per kind of question. Each reads what a person typed into a value or says in plain
 * French how to write it, and puts a value back in words. Conditions (CEL) decide which fields are shown.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures.fields;
