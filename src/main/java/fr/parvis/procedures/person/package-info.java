/** What a form may know of the person who fills it in: what they said, and what was proven, by whom and when. */
@org.springframework.modulith.NamedInterface("person")
@org.jspecify.annotations.NullMarked
package fr.parvis.procedures.person;
