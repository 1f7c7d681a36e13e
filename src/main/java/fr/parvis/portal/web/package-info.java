/** The pages of the portal. */
@org.jspecify.annotations.NullMarked
package fr.parvis.portal.web;
