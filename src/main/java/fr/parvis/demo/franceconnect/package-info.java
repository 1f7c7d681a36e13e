/** A stand-in for FranceConnect v2 (low level), over invented citizens, its refusals and failures included. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.franceconnect;
