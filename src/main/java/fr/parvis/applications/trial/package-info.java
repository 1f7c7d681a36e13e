/**
 * « Essayer la connexion »: the registration read again, what was heard, and us in the vendor's place for a whole
 * conversation.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.trial;
