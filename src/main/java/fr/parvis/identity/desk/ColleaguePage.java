package fr.parvis.identity.desk;

import fr.parvis.kernel.web.FormErrors;
import fr.parvis.organisation.Office;
import fr.parvis.organisation.Unit;
import java.util.List;

/**
 * A colleague, their rights, and how they came by them.
 *
 * @param missing offices they could be given
 * @param done what was just done, which the page confirms; empty for nothing
 */
public record ColleaguePage(
        String path,
        String name,
        String email,
        boolean protectedAccount,
        List<Place> places,
        List<Office> offices,
        List<Office> missing,
        PlaceForm form,
        List<Unit> units,
        List<String> history,
        String done,
        FormErrors errors) {

    public ColleaguePage {
        places = List.copyOf(places);
        offices = List.copyOf(offices);
        missing = List.copyOf(missing);
        units = List.copyOf(units);
        history = List.copyOf(history);
    }

    /** A place, with the unit by its id and its words. */
    public record Place(String unit, String words) {}

    public String words(Office office) {
        return RoleWords.of(office);
    }
}
