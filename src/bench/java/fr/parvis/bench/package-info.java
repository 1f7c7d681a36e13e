/**
 * How fast Parvis is, beside a bare page of the same server: run by bin/bench, results in target/bench/results.md.
 * Everything is measured on the jar that is shipped; what this adds to it is in {@code server}.
 */
@org.jspecify.annotations.NullMarked
package fr.parvis.bench;
