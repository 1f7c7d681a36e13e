package fr.parvis.identity.proconnect;

import java.util.List;
import java.util.UUID;

/**
 * What waits for an administrator.
 *
 * @param done what was just answered, which the page confirms; empty for nothing
 */
public record LinkRequestsPage(List<Line> lines, String done) {

    public LinkRequestsPage {
        lines = List.copyOf(lines);
    }

    /** Somebody whom ProConnect names {@code proven}, and the agent they say they are. */
    public record Line(UUID id, String proven, String siret, String agent, String email, String asked) {}
}
