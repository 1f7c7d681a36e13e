package fr.parvis.casefiles;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a case.
 *
 * @param label what it is, as asked: "Justificatif de domicile"
 */
public record Attachment(
        UUID file, String name, String mediaType, long size, String label, Origin origin, Instant addedAt) {

    /** How a file came to the case. */
    public enum Origin {
        FORM,
        REPLY,
        MESSAGE,
        DECISION
    }
}
