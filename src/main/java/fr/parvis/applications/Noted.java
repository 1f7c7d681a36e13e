package fr.parvis.applications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something was written in an application's journal; heard while it happens.
 *
 * @param refusal why something was refused; null when nothing was
 */
public record Noted(
        UUID application,
        ApplicationJournal.Kind kind,
        String detail,
        @Nullable Refusal refusal) {}
