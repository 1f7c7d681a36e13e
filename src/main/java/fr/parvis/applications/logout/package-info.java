/** Signing out, asked by an application or told to all of them. */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.logout;
