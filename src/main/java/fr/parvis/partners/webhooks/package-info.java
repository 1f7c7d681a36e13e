/**
 * What partners are told: kept in the transaction of what happened, sent after it, signed, in the order of each case,
 * again until it was taken. What is due is looked for on a thread of its own.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.webhooks;
