/**
 * What applications and we say to each other, heard while an administrator tries a connection. Hears {@code openid},
 * {@code cas} and {@code logout}, which know nothing of it: at their addresses, and in what they note in the journal.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.hearing;
