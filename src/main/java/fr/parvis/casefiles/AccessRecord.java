package fr.parvis.casefiles;

import java.time.Instant;

/**
 * An agent opened a case.
 *
 * @param unit id of the unit that held the case then
 */
public record AccessRecord(String agentName, String unit, Instant at) {}
