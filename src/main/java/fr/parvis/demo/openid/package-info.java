/** A stand-in for identity providers that speak OpenID Connect, their refusals and failures included. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.openid;
