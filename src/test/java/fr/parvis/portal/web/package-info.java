/** The public pages over HTTP. */
@org.jspecify.annotations.NullMarked
package fr.parvis.portal.web;
