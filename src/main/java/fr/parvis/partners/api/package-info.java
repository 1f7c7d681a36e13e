/** What all endpoints for partners' programs share: who calls, how refusals are told, how large a call may be. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.api;
