package fr.parvis.organisation;

import java.util.UUID;

/** A person got a place in a unit or became administrator; published inside the transaction that appoints them. */
public record Appointed(UUID account) {}
