/**
 * For partners who cannot push: what they publish, drop or send becomes events of theirs, by a mapping that the town
 * writes, and goes through the same intake as any other.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.feeds;
