/** The language of SCIM 2.0, whatever is spoken about: filters, patches, pages, and exact refusals (RFC 7644). */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.scim.protocol;
