package fr.parvis.identity.franceconnect;

import fr.parvis.identity.civil.LinkEvent;
import java.util.List;
import java.util.Map;

/**
 * FranceConnect and this account.
 *
 * @param otherWayIn whether the account opens without it too
 * @param facts what was proven, by its name on screen
 * @param events when it was linked and unlinked
 */
public record LinkPage(boolean linked, boolean otherWayIn, Map<String, String> facts, List<LinkEvent> events) {

    public LinkPage {
        events = List.copyOf(events);
    }
}
