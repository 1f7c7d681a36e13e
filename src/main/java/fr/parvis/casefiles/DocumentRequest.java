package fr.parvis.casefiles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A document the town asks for, and by when (CRPA L114-5). */
public record DocumentRequest(UUID id, String label, String hint, LocalDate dueOn, Instant askedAt) {}
