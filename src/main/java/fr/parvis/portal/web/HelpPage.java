package fr.parvis.portal.web;

import fr.parvis.kernel.French;
import fr.parvis.organisation.Unit;
import java.util.List;

/** How to reach a person. */
public record HelpPage(List<Unit> units) {

    public String phoneUri(Unit unit) {
        return French.phoneUri(unit.phone());
    }
}
