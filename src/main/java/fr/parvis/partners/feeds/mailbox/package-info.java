/** Files that partners send by e-mail, to an address that each keeps to itself. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.feeds.mailbox;
