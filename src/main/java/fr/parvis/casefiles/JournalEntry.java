package fr.parvis.casefiles;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said or done on a case.
 *
 * @param author null when the program did it
 */
public record JournalEntry(
        UUID id, Instant at, @Nullable UUID author, String authorName, Kind kind, boolean fromResident, String text) {

    /** Whether the case is not the same after it: an agent who decides must have seen it. */
    boolean changesTheCase() {
        return kind == Kind.ACTION || (kind == Kind.MESSAGE && fromResident);
    }

    /** What its author did, after their name: "a pris le dossier". */
    String deed() {
        return kind == Kind.MESSAGE ? "a écrit un message" : text;
    }

    /** What an agent did, told to themselves: "Vous avez pris le dossier". */
    String deedOfYours() {
        return "Vous avez" + deed().substring(1);
    }

    /** Who may read an entry. */
    public enum Kind {
        /** What an agent did; for agents, and for the one who comes second. */
        ACTION,
        /** Between agents; never shown to the resident. */
        NOTE,
        /** Between the resident and the town; for both. */
        MESSAGE
    }
}
