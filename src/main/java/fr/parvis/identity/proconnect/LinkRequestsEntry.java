package fr.parvis.identity.proconnect;

import fr.parvis.kernel.Viewer;
import fr.parvis.kernel.web.DeskEntry;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The administrator's menu entry, where the town uses ProConnect. */
@Component
@Order(710)
class LinkRequestsEntry implements DeskEntry {

    private final ProConnectDoor door;
    private final AgentLinks links;

    LinkRequestsEntry(ProConnectDoor door, AgentLinks links) {
        this.door = door;
        this.links = links;
    }

    @Override
    public String label() {
        return "ProConnect";
    }

    @Override
    public String href() {
        return LinkRequestsController.PATH;
    }

    @Override
    public String count(Viewer viewer) {
        int waiting = links.requests().size();
        return waiting == 0 ? "" : String.valueOf(waiting);
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.administrator() && door.isOpen();
    }
}
