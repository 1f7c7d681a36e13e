/**
 * CAS 3 for vendors whose software is older than OpenID Connect (CAS Protocol 3.0 specification, Apereo): on the same
 * sessions, agreements and names. Proxy tickets are not served.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.cas;
