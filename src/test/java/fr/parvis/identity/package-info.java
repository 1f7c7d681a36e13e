/** Accounts, sessions and their pages, tried over HTTP. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity;
