/** Tests of the module {@code documents}. */
@org.jspecify.annotations.NullMarked
package fr.parvis.documents;
