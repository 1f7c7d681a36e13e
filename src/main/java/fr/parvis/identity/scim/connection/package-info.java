/** The connection with the town's directory: its token, what it called, and the administrator's page about both. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.scim.connection;
