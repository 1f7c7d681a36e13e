/** Tests of the module {@code notifications}. */
@org.jspecify.annotations.NullMarked
package fr.parvis.notifications;
