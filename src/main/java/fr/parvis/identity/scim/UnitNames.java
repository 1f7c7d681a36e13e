package fr.parvis.identity.scim;

import fr.parvis.organisation.Organisation;
import fr.parvis.organisation.Unit;
import java.text.Collator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which unit of the town the directory means. */
@Component
class UnitNames {

    private final Organisation organisation;

    UnitNames(Organisation organisation) {
        this.organisation = organisation;
    }

    Optional<Unit> byId(String id) {
        return organisation.units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst();
    }

    /** The unit of this name or id, whatever its capitals and accents. */
    Optional<Unit> named(String text) {
        var letters = Collator.getInstance(Locale.FRENCH);
        letters.setStrength(Collator.PRIMARY);
        return organisation.units().stream()
                .filter(unit -> letters.equals(unit.name(), text.strip()) || letters.equals(unit.id(), text.strip()))
                .findFirst();
    }
}
