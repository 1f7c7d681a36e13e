/** Who works for the town and what they may do: the administrator's pages. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.desk;
