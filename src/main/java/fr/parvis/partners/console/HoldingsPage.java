package fr.parvis.partners.console;

import fr.parvis.partners.Partner;
import java.util.List;

/**
 * The cases that we hold of a partner, a page at a time.
 *
 * @param next the address of the next page; empty when there is none
 */
public record HoldingsPage(Partner partner, List<Holding> cases, String path, String next) {

    public HoldingsPage {
        cases = List.copyOf(cases);
    }
}
