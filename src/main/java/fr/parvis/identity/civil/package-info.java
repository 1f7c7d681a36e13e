/** What was proven of a person's civil status, which accounts it leads to, and who settles what it leaves open. */
@org.springframework.modulith.NamedInterface("civil")
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.civil;
