/**
 * Accounts of one's own, signing in and out, sessions. An account is a person, resident or agent; what agents may do
 * comes from {@code organisation}.
 *
 * <p>Words: compte = account, {@link fr.parvis.identity.Person}; identité certifiée =
 * {@link fr.parvis.identity.CertifiedIdentity}; session = a signed-in device; annuaire de la ville =
 * {@link fr.parvis.identity.scim.connection.DirectoryTokens}, the town’s own directory.
 *
 * <p>Owns the schema {@code identity}. Publishes {@link fr.parvis.identity.AccountClosed} and
 * {@link fr.parvis.identity.SessionEnded}. Passwords: Argon2id, CNIL
 * délibération 2022-100. Sessions are rows in PostgreSQL: a restart signs nobody out.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "organisation", "notifications"})
@org.jspecify.annotations.NullMarked
package fr.parvis.identity;
