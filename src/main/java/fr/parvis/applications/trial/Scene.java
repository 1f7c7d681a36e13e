package fr.parvis.applications.trial;

import fr.parvis.applications.hearing.Line;
import java.util.List;

/**
 * A step of the conversation that we play in the vendor's place.
 *
 * @param words what happened, in a sentence
 */
public record Scene(String title, String words, boolean good, List<Line> lines) {

    public Scene {
        lines = List.copyOf(lines);
    }
}
