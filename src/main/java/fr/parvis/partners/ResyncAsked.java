package fr.parvis.partners;

import java.util.UUID;

/** The town asks a partner to say where all its cases stand; published inside the transaction that notes it. */
public record ResyncAsked(UUID partner) {}
