/** Tests of {@code addresses}. */
@org.jspecify.annotations.NullMarked
package fr.parvis.addresses;
