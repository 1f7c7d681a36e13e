/** What vendors’ pages are made of, and the forms that come back. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.vendors.html;
