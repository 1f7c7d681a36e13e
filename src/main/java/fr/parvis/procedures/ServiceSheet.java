package fr.parvis.procedures;

import java.util.List;

/**
 * What the catalogue says of a procedure before somebody starts it.
 *
 * @param category id of its category ("etat-civil-et-identite", "cadre-de-vie"…)
 * @param lifeEvents moments of life it belongs to ("J’emménage")
 * @param keywords other words people search it by
 * @param audience who may ask
 * @param needed what to have at hand
 * @param minutes how long the form takes, in minutes
 * @param usualDelay said until the procedure has a past of its own to tell
 */
public record ServiceSheet(
        String category,
        List<String> lifeEvents,
        List<String> keywords,
        String summary,
        String purpose,
        String audience,
        List<String> needed,
        int minutes,
        String usualDelay,
        String price) {

    public ServiceSheet {
        lifeEvents = List.copyOf(lifeEvents);
        keywords = List.copyOf(keywords);
        needed = List.copyOf(needed);
    }
}
