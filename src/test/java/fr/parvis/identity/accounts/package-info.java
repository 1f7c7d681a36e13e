/** Passwords, codes and delays. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.accounts;
