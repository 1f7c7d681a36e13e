/** How pages are made: templates, the frame around them, form errors, error pages. Full page is decided here, once. */
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel.web;
