/** How a vendor tells the town who is who, when somebody links their account. */
@org.jspecify.annotations.NullMarked
package fr.parvis.demo.vendors.linking;
