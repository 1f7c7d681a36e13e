package fr.parvis.identity.civil;

import fr.parvis.kernel.French;
import java.time.Instant;

/** An account was linked to FranceConnect, or its link undone. */
public record LinkEvent(Instant at, Kind kind) {

    /** What happened. */
    public enum Kind {
        LINKED,
        /** An administrator said whose account it is. */
        LINKED_BY_TOWN,
        UNLINKED
    }

    /** As its person reads it. */
    public String words() {
        var what = switch (kind) {
            case LINKED -> "FranceConnect est lié à votre compte";
            case LINKED_BY_TOWN -> "la ville a lié FranceConnect à votre compte";
            case UNLINKED -> "FranceConnect n’est plus lié à votre compte";
        };
        return French.dateTime(at) + French.NBSP + ": " + what + ".";
    }
}
