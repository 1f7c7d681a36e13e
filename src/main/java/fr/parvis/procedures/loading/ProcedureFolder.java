package fr.parvis.procedures.loading;

import org.springframework.modulith.NamedInterface;

/**
 * Procedures beside those that every town has; offered, as a bean, by a module above.
 *
 * @param pattern of the documents on the class path
 */
@NamedInterface("folders")
public record ProcedureFolder(String pattern) {}
