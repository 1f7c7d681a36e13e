/** The administrator's console of applications. */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.desk;
