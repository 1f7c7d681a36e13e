/**
 * The town as identity provider: applications of vendors that people enter with their account here, by OpenID Connect
 * or CAS 3. SAML 2.0 would be one more package beside {@code openid} and {@code cas}.
 *
 * <p>Words: application = {@link fr.parvis.applications.Application}; consentement = the claims of an
 * {@link fr.parvis.applications.Acquaintance}; donnée transmise = {@link fr.parvis.applications.Claim}; essai =
 * {@link fr.parvis.applications.hearing.Trials}.
 *
 * <p>Always: each application knows a person under a name of its own, because the law forbids a number common to all
 * services; it receives what the administrator chose, the person agreed to and it asked for, no more. Tokens and codes
 * are kept as hashes only.
 *
 * <p>Owns the schema {@code applications}. Hears {@code SessionEnded} and {@code AccountClosed} of {@code identity}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "organisation", "identity", "identity::sessions"})
@org.jspecify.annotations.NullMarked
package fr.parvis.applications;
