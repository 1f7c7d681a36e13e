/** What people show beyond a password: an authenticator application, recovery codes; and the way in, which asks for it. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.factors;
