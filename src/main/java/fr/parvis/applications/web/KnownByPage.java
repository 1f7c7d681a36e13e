package fr.parvis.applications.web;

import java.util.List;
import java.util.UUID;

/**
 * The applications that know a person.
 *
 * @param withdrawn whether an agreement was just taken back
 */
public record KnownByPage(List<Line> applications, boolean withdrawn) {

    public KnownByPage {
        applications = List.copyOf(applications);
    }

    /**
     * One of them.
     *
     * @param claims what it receives, in words
     * @param lastSeen when the person last entered it; empty when never
     */
    public record Line(
            UUID id,
            String name,
            String purpose,
            String contact,
            String logo,
            List<String> claims,
            String agreed,
            String lastSeen) {}
}
