/** Who tries to guess, as far as a request tells, and what they are told when they try too often. */
@org.springframework.modulith.NamedInterface("guessing")
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.guessing;
