/** What a person sees of the applications that know them. */
@org.jspecify.annotations.NullMarked
package fr.parvis.applications.web;
