package fr.parvis.demo.courrier;

import fr.parvis.demo.vendors.CaseName;
import fr.parvis.demo.vendors.Doors;
import java.util.Map;
import java.util.Set;

/**
 * A letter to the town hall.
 *
 * @param named as its author is named to the town: {@code member}, or {@code reference} when the town handed it over
 * @param state in the words of the mail room
 */
record Letter(String key, String named, String name, String subject, String state) {

    static final String FROM_TOWN = "reference";
    static final String REGISTERED = "enregistré";
    static final String SENT_ON = "transmis au service";
    static final String ASKED = "photo demandée";
    static final String ANSWERED = "répondu";
    static final String FILED = "classé";
    static final String GIVEN_BACK = "rendu à la ville";
    static final String TAKEN_AWAY = "retiré par la ville";

    private static final Set<String> ENDED = Set.of(ANSWERED, FILED, GIVEN_BACK, TAKEN_AWAY);

    boolean isFromTown() {
        return named.equals(FROM_TOWN);
    }

    boolean isOpen() {
        return !ENDED.contains(state);
    }

    /** Who follows it in the town has no page here; who came to the counter does. */
    CaseName caseName(Doors doors) {
        return new CaseName(key, Map.of(named, name), isFromTown() ? null : doors.path(key));
    }
}
