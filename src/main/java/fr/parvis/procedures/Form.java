package fr.parvis.procedures;

/** Placeholder of the form; replaced by the procedures module's work. */
public record Form() {}
