/**
 * A vendor's application of the demo: the library of books, which signs people in with the town's account. A program of
 * its own; it knows the discovery address, its client id and its secret, and speaks standard OpenID Connect.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.mediatheque;
