package fr.parvis.procedures;

/**
 * Procedures beside those that every town has; offered, as a bean, by a module above.
 *
 * @param pattern of the documents on the class path
 */
public record ProcedureFolder(String pattern) {}
