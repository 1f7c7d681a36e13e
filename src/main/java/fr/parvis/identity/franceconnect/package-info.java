/** Signing in with FranceConnect v2 (level eidas1), and whose account that is. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.franceconnect;
