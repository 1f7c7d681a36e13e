package fr.parvis.applications.desk;

import java.util.List;

/** The applications, by name. */
public record ListPage(List<Line> applications) {

    public ListPage {
        applications = List.copyOf(applications);
    }

    /**
     * One of them.
     *
     * @param last what happened last, in words; empty when nothing did
     */
    public record Line(String name, String href, String purpose, boolean suspended, String last) {}
}
