/** What partners' engineers and their tools read of us: the guide, and the contract as OpenAPI and JSON Schemas. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.published;
