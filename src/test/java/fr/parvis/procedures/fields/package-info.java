/** Each kind of field with good, bad and hostile answers. */
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures.fields;
