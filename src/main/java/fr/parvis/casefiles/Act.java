package fr.parvis.casefiles;

import fr.parvis.kernel.Reference;
import fr.parvis.kernel.Viewer;

/**
 * Who acts on which case, as they saw it.
 *
 * @param version the case's version on the agent's screen
 */
public record Act(Reference reference, int version, Viewer agent) {}
