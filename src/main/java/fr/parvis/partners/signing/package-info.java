/** Signatures of what goes between a partner and us, in either direction: Standard Webhooks 1.0. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.signing;
