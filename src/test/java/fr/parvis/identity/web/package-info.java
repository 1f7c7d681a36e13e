/** The pages of accounts and the rules that every request passes, tried over HTTP. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.web;
