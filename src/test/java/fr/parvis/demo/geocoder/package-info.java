/** Tests of {@code demo.geocoder}. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.geocoder;
