/** Pages to sign up, sign in and look after one's account; the rules that every request passes first. */
@org.jspecify.annotations.NullMarked
package fr.parvis.identity.web;
