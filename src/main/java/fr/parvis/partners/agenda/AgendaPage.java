package fr.parvis.partners.agenda;

import fr.parvis.kernel.French;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's calendar feed.
 *
 * @param madeAt null when there is none
 * @param address shown once, when it has just been made; empty afterwards
 * @param removed whether it was just removed
 */
public record AgendaPage(@Nullable Instant madeAt, String address, boolean removed) {

    /** "19 novembre 2026". */
    public String since() {
        return madeAt == null ? "" : French.date(madeAt);
    }

    /** The same address, in the form that opens the person's own calendar program. */
    public String subscription() {
        return address.replaceFirst("^https?", "webcal");
    }

    public boolean exists() {
        return madeAt != null;
    }
}
