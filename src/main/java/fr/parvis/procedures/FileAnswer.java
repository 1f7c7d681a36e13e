package fr.parvis.procedures;

import java.util.UUID;

/** A file given as (part of) an answer; its content is kept by {@code documents}. */
public record FileAnswer(UUID id, String name, String mediaType, long size) {}
