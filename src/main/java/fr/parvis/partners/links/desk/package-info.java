/** Where administrators say how people link themselves to a partner. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.links.desk;
