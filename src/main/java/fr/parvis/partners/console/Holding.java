package fr.parvis.partners.console;

import org.jspecify.annotations.Nullable;

/**
 * A case of a partner as we hold it.
 *
 * @param key the partner's name of it
 * @param sequence of the last event that was applied
 * @param state OPEN or DONE; null when its owner is gone
 */
public record Holding(
        String key,
        String reference,
        long sequence,
        @Nullable String state) {

    public String words() {
        return "DONE".equals(state) ? "terminé" : "en cours";
    }
}
