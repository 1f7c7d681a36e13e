/** Who is known to which partner, under which names, and how that was proven. */
@org.springframework.modulith.NamedInterface("links")
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.links;
