/**
 * Messages that leave the town: e-mails, queued in the transaction of what they tell of and sent afterwards, with
 * retries; those that cannot be sent are shown to the administrator.
 *
 * <p>Words: courriel = {@link fr.parvis.notifications.Email}, courriel en échec = dead letter.
 *
 * <p>Owns the schema {@code notifications}. Sent messages are erased after 30 days.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "kernel")
@org.jspecify.annotations.NullMarked
package fr.parvis.notifications;
