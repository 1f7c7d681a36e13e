package fr.parvis.demo.courrier;

import java.util.Set;

/**
 * A letter to the town hall.
 *
 * @param named how its author is named: {@code member} for our number of them, {@code reference} for the town's of the
 *     case that it handed over
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

    boolean isStudied() {
        return !state.equals(REGISTERED);
    }
}
