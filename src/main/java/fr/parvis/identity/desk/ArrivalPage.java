package fr.parvis.identity.desk;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Unit;
import java.util.List;

/** The page to give somebody a first place. */
public record ArrivalPage(ArrivalForm form, PlaceForm place, List<Unit> units, FormErrors errors) {

    public ArrivalPage {
        units = List.copyOf(units);
    }
}
