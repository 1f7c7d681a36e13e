/**
 * What the vendors' programs of the demo share, written against the public contract alone (docs/partenaires): a client
 * with its outbox, a small database, a page with buttons. Nothing here knows Parvis but its address.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.vendors;
