package fr.parvis.procedures;

/** A page of a form. */
public record FormPage(String key, String title) {}
