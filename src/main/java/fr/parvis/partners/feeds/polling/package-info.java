/** Lists that partners publish (REST, JSON): read every few minutes, from where the last reading ended. */
@org.jspecify.annotations.NullMarked
package fr.parvis.partners.feeds.polling;
