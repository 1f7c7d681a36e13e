/** Tests of starting, stopping and killing the database. */
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel.database;
