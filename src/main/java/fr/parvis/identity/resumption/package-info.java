/** Forms that arrive too late to be believed (session ended, forgery token lost): what was typed is given back. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.resumption;
