package fr.parvis.procedures.fields;

/** What sort of answer a field takes. */
public sealed interface Kind permits OneText, SeveralOf, Files, Group, Information {}
