/** Agents who sign in with ProConnect: the gate, and the account that a proof leads to once an administrator agreed. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.proconnect;
