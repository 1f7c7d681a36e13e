/** What people find when they search. */
@org.jspecify.annotations.NullMarked
package fr.parvis.portal;
