/** OpenID Connect Core 1.0 for our applications: authorization code with PKCE, nothing else. */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.openid;
