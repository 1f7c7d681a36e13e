/** Signed-in devices: the cookie, the row behind it, and who it makes of each request. */
@org.springframework.modulith.NamedInterface("sessions")
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.sessions;
