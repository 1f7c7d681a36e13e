package fr.parvis.identity.franceconnect;

import fr.parvis.identity.civil.LinkEvent;
import java.util.List;

/**
 * FranceConnect and this account.
 *
 * @param otherWayIn whether the account opens without it too
 * @param certified whether FranceConnect proved who its holder is, now or before
 * @param events when it was linked and unlinked
 */
public record LinkPage(boolean linked, boolean otherWayIn, boolean certified, List<LinkEvent> events) {

    public LinkPage {
        events = List.copyOf(events);
    }
}
