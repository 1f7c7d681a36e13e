package fr.parvis.partners.desk;

import java.util.List;

/** The partners, by name, with how they do. */
public record PartnerListPage(List<Line> partners) {

    public PartnerListPage {
        partners = List.copyOf(partners);
    }

    /** One of them. */
    public record Line(
            String href,
            String name,
            String state,
            String badge,
            String last,
            String eventsToday,
            String refusalsToday,
            int waiting) {}
}
