package fr.parvis.partners.console.conformance;

import fr.parvis.partners.Partner;
import java.util.List;

/**
 * The runs of a partner, and what a new one looks for.
 *
 * @param types codes of all types of events
 * @param ticked whether all of them are chosen
 * @param error what was wrong with the choice; empty for nothing
 */
public record RunsPage(
        Partner partner, List<Line> runs, List<String> types, String path, boolean ticked, String error) {

    public RunsPage {
        runs = List.copyOf(runs);
        types = List.copyOf(types);
    }

    /** One of them. */
    public record Line(String href, String when, boolean underWay) {}
}
