/** The database the program runs on: a PostgreSQL server given by the settings, or the embedded one. */
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel.database;
