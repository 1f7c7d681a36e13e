/** Whose account it is: names, addresses, passwords, codes sent by e-mail, and the delays that stop guessing. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.accounts;
