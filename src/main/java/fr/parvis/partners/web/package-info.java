/** What residents see of partners: cases that are handled there. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.web;
