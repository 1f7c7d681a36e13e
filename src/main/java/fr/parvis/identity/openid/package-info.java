/** The town as a client of identity providers, the State’s first: one protocol, OpenID Connect, whose words each one narrows. */
@org.springframework.modulith.NamedInterface("openid")
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.openid;
