/**
 * The town's own directory (Entra ID, Keycloak, a connector to LDAP) announces who arrives, who moves and who leaves, by
 * SCIM 2.0 (RFC 7643 and 7644). What it says of a person becomes an account and places in units; nothing it says opens
 * more than an agent's place.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.scim;
