/** The suggestions as the script of address fields asks for them. */
@org.jspecify.annotations.NullMarked
package fr.parvis.addresses.web;
