/** Each person's private calendar feed (RFC 5545): appointments and deadlines, at an address that they alone have. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.agenda;
