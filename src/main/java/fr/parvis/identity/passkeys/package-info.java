/** Passkeys: signing in with a key that one's device holds, and looking after those keys. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.passkeys;
