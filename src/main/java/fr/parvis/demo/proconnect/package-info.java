/** A stand-in for ProConnect, over invented agents. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.proconnect;
