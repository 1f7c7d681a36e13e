package fr.parvis.applications;

import java.util.UUID;

/** Something was written in an application's journal; heard while it happens. */
public record Noted(UUID application, ApplicationJournal.Kind kind, String detail) {}
