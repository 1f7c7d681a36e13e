/**
 * What partners are told: kept in the transaction of what happened, sent after it, signed, in the order of each case,
 * again until it was taken.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.webhooks;
