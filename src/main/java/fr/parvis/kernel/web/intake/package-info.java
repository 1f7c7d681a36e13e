/** What is checked of a request before anything reads it. */
@org.jspecify.annotations.NullMarked
package fr.parvis.kernel.web.intake;
