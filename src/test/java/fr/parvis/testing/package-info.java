/** What tests share: a real PostgreSQL, a clock they move, the cast of people. */
@org.jspecify.annotations.NullMarked
package fr.parvis.testing;
