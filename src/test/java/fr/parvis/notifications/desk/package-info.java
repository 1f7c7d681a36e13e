/** Tests of the administrator's page. */
@org.jspecify.annotations.NullMarked
package fr.parvis.notifications.desk;
