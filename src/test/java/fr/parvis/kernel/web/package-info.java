/** Tests of what surrounds every page. */
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel.web;
