package fr.parvis.partners.console;

import fr.parvis.partners.Partner;
import java.util.List;

/** The partners that an engineer works for. */
public record ConsoleListPage(List<Partner> partners) {

    public ConsoleListPage {
        partners = List.copyOf(partners);
    }
}
