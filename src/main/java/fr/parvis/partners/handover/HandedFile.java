package fr.parvis.partners.handover;

import java.util.UUID;

/**
 * A file that a partner may fetch.
 *
 * @param label what it is, as asked: "Justificatif de domicile"
 */
public record HandedFile(UUID file, String name, String label, String mediaType, long size) {}
