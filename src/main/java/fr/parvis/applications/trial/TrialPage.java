package fr.parvis.applications.trial;

import fr.parvis.applications.Application;
import fr.parvis.applications.hearing.Line;
import java.util.List;

/**
 * Trying an application's connection.
 *
 * @param checks of the registration
 * @param keys of the vendor, when they were just fetched
 * @param end when the trial that runs ends; empty when none does
 * @param heard what was said, the newest first
 * @param dropped how many messages came before
 * @param site of the vendor
 */
public record TrialPage(
        Application application,
        List<Line> checks,
        List<Line> keys,
        String end,
        List<Exchange> heard,
        long dropped,
        String site) {

    public TrialPage {
        checks = List.copyOf(checks);
        keys = List.copyOf(keys);
        heard = List.copyOf(heard);
    }

    /** One message and its answer. */
    public record Exchange(
            String title,
            String at,
            boolean good,
            String summary,
            String reason,
            List<Line> asked,
            List<Line> answered) {

        public Exchange {
            asked = List.copyOf(asked);
            answered = List.copyOf(answered);
        }

        /** Whether there is more to show than that it happened. */
        public boolean detailed() {
            return !asked.isEmpty() || !answered.isEmpty();
        }
    }

    public String path() {
        return TrialController.path(application.id());
    }

    public boolean running() {
        return !end.isEmpty();
    }
}
