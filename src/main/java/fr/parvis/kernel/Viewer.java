package fr.parvis.kernel;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Who is looking: the signed-in person, resident or agent.
 *
 * @param account the account's id, never shown nor put in a URL
 * @param units the units (services municipaux) whose cases an agent may handle; empty for a resident
 * @param administrator whether the person runs the platform (mail failures, settings); gives no right on cases
 */
public record Viewer(UUID account, String firstName, String lastName, Set<String> units, boolean administrator)
        implements Serializable {

    public Viewer {
        units = Set.copyOf(units);
    }

    public boolean isAgent() {
        return !units.isEmpty();
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    /** First name and initial, as shown to others in lists: "Zoé M.". */
    public String shortName() {
        return firstName + " " + lastName.substring(0, 1) + ".";
    }
}
