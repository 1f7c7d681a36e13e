/** What the measured server has besides the product: bare pages to compare with, and a counter of queries. */
@org.jspecify.annotations.NullMarked
package fr.parvis.bench.server;
