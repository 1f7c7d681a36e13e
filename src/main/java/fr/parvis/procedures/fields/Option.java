package fr.parvis.procedures.fields;

import org.jspecify.annotations.Nullable;

/** One of the answers to choose from. */
public record Option(String value, String label, @Nullable String hint) {}
