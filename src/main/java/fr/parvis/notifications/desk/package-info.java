/** The administrator's page on messages that do not leave. */
@org.jspecify.annotations.NullMarked
package fr.parvis.notifications.desk;
