/** A vendor's program of the demo: enrolment in courses of music, with its steps. It knows the public contract only. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.conservatoire;
