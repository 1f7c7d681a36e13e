/** The steps that pages with a code sent by e-mail share. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.codes;
